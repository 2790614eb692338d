import type { HttpAnswer, HttpClient, HttpRequest } from '../http-client.ts'
import type { Tally } from '../mix/mix-tally.ts'
import { BOOKING_REFUSALS } from './book-ahead.ts'

/** Somebody's session, or a paired device. */
export type Caller =
  | { readonly cookie: string; readonly address?: string }
  | { readonly device: string }
  | { readonly address: string }

export type HallCaller = {
  /** The answer's body; undefined when it was refused or failed, which the tally tells. */
  readonly read: <Body>(name: string, by: Caller, path: string) => Promise<Body | undefined>
  readonly write: <Body>(
    name: string,
    by: Caller,
    path: string,
    body: object,
  ) => Promise<Body | undefined>
}

/** Asks and tells the tally how long each took. */
export function hallCaller(client: HttpClient, tally: () => Tally): HallCaller {
  async function ask(kind: 'read' | 'write', name: string, request: HttpRequest) {
    let answer: HttpAnswer
    try {
      answer = await client.send(request)
    } catch {
      tally().failed(`no answer ${name}`)
      return undefined
    }
    tally().answered({ kind, name }, answer.milliseconds)
    const text = answer.body.toString()
    if (answer.status < 300) return JSON.parse(text) as unknown
    const code = /"code":"([a-z-]+)"/.exec(text)?.[1] ?? ''
    if (BOOKING_REFUSALS.includes(code)) tally().refused(code)
    else tally().failed(`${answer.status} ${code} ${name}`)
    return undefined
  }

  return {
    read: async <Body>(name: string, by: Caller, path: string) =>
      (await ask('read', name, { method: 'GET', path, ...signedBy(by) })) as Body | undefined,
    write: async <Body>(name: string, by: Caller, path: string, body: object) =>
      (await ask('write', name, { method: 'POST', path, body, ...signedBy(by) })) as
        | Body
        | undefined,
  }
}

/** The cookie and the further header lines of a request. */
export function signedBy(by: Caller): Pick<HttpRequest, 'cookie' | 'headers'> {
  if ('device' in by) return { headers: `x-hall-device: ${by.device}\r\n` }
  const { address } = by
  return {
    ...('cookie' in by ? { cookie: by.cookie } : {}),
    ...(address === undefined ? {} : { headers: `x-forwarded-for: ${address}\r\n` }),
  }
}
