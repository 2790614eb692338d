import type { z } from 'zod'
import type { Operation } from '../../contract/operation.ts'
import { networkProblem, problemOf } from './api-problem.ts'
import { noteServerDate } from './server-clock.ts'

export { ApiProblem } from './api-problem.ts'

/** What the wire needs of an operation; the schemas serve as types only, so the light pages can do without them. */
export type WireOperation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = Pick<Operation, 'method' | 'path' | 'sends' | 'answers'> & {
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly reply?: Reply
}

export type WireOf<Full> =
  Full extends Operation<infer Params, infer Query, infer Body, infer Reply>
    ? WireOperation<Params, Query, Body, Reply>
    : never

export type CallInput<Params, Query, Body> = {
  readonly params?: Params
  readonly query?: Query
  /** FormData where the operation sends multipart. */
  readonly body?: Body
  readonly signal?: AbortSignal
  /** Beside the usual ones: a device of the hall signs with its own. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls one operation of the contract. PDFs and files come as a Blob. Throws ApiProblem, and nothing else but an abort. */
export async function call<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(
  operation: WireOperation<Params, Query, Body, Reply>,
  input: CallInput<z.input<Params>, z.input<Query>, z.input<Body>> = {},
): Promise<z.output<Reply>> {
  const response = await send(operation, input)
  noteServerDate(response.headers.get('date'))
  if (!response.ok) throw problemOf(response.status, await jsonOrNothing(response))
  if (operation.answers !== undefined && operation.answers !== 'json')
    return (await response.blob()) as z.output<Reply>
  if (response.status === 204) return {} as z.output<Reply>
  return (await response.json()) as z.output<Reply>
}

/** Answers that a proxy gives for a server that is not there. */
const NOBODY_THERE = 502
let tellLost = (): void => undefined

/** Told of every call that no server answered. */
export function onLostAnswer(tell: () => void): void {
  tellLost = tell
}

async function send(
  operation: WireOperation,
  input: CallInput<unknown, unknown, unknown>,
): Promise<Response> {
  try {
    const response = await fetch(addressOf(operation.path, input.params, input.query), {
      method: operation.method,
      credentials: 'same-origin',
      ...(input.signal ? { signal: input.signal } : {}),
      ...contentOf(operation, input),
    })
    if (response.status >= NOBODY_THERE) tellLost()
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    tellLost()
    throw networkProblem()
  }
}

function contentOf(
  operation: WireOperation,
  { body, headers: own }: CallInput<unknown, unknown, unknown>,
): RequestInit {
  // A bare request is what the page's own links have asked for ahead (server/http/first-paint.ts).
  if (operation.method === 'GET') return own ? { headers: own } : {}
  // The server refuses a state change without this header: a foreign page cannot set it.
  const headers = { 'x-yichuang': '1', accept: 'application/json', ...own }
  if (body === undefined) return { headers }
  if (body instanceof FormData) return { headers, body }
  return {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

/** `/api/items/:itemId` with its parameters and query filled in and escaped. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const given = new Map(Object.entries((params ?? {}) as Record<string, unknown>))
  const filled = path.replace(
    /\/:(\w+)/g,
    (_, name: string) => `/${encodeURIComponent(textOf(given.get(name)))}`,
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    if (textOf(value) !== '') search.set(name, textOf(value))
  return search.size > 0 ? `${filled}?${search}` : filled
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

async function jsonOrNothing(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}
