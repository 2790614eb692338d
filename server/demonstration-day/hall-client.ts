import { z } from 'zod'
import type { Operation } from '../../contract/operation.ts'
import { HALL_DEVICE_HEADER } from '../../contract/tickets.ts'

const Refused = z.looseObject({ code: z.string(), detail: z.string() })

/** Who sends: nobody, a person by their cookie, a device of the hall by its token. */
export type Sender = { readonly cookie?: string; readonly device?: string }

export type Sent<Value> =
  | { readonly ok: true; readonly value: Value; readonly cookie: string | undefined }
  | { readonly ok: false; readonly code: string; readonly detail: string }

export type Given<Params, Body> = { readonly params?: Params; readonly body?: Body }

/** The product as everybody meets it: its HTTP API. */
export type HallClient = {
  readonly address: string
  readonly send: <
    Params extends z.ZodType,
    Query extends z.ZodType,
    Body extends z.ZodType,
    Reply extends z.ZodType,
  >(
    sender: Sender,
    operation: Operation<Params, Query, Body, Reply>,
    given?: Given<z.input<Params>, z.input<Body>>,
  ) => Promise<Sent<z.output<Reply>>>
}

export function hallClient(address: string): HallClient {
  return {
    address,
    send: async ({ cookie, device }, { method, path, reply }, { params, body } = {}) => {
      const response = await fetch(`${address}${filled(path, params)}`, {
        method,
        headers: {
          'x-yichuang': '1',
          ...(cookie === undefined ? {} : { cookie: `yichuang=${cookie}` }),
          ...(device === undefined ? {} : { [HALL_DEVICE_HEADER]: device }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const json: unknown = await response.json().catch(() => ({}))
      if (response.ok)
        return { ok: true, value: reply.parse(json), cookie: cookieOf(response.headers) }
      const refused = Refused.safeParse(json)
      return refused.success
        ? { ok: false, code: refused.data.code, detail: refused.data.detail }
        : { ok: false, code: `http-${response.status}`, detail: '' }
    },
  }
}

function filled(path: string, params: unknown): string {
  const given = new Map(Object.entries((params ?? {}) as Record<string, unknown>))
  return path.replace(/\/:(\w+)/g, (_, name: string) => `/${String(given.get(name))}`)
}

function cookieOf(headers: Headers): string | undefined {
  const set = headers.getSetCookie().find((one) => one.startsWith('yichuang='))
  return set?.slice('yichuang='.length).split(';')[0]
}
