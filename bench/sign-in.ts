import type { HttpClient } from './http-client.ts'
import { BENCH_PASSWORD } from './region/bench-region.ts'

/** `name=value` by user name. */
export type Cookies = ReadonlyMap<string, string>

/** The cookie as `name=value`; empty when refused. `headers`: further lines, each ended by CRLF. */
export async function signIn(
  client: HttpClient,
  { username }: { readonly username: string },
  headers = '',
): Promise<{ readonly status: number; readonly cookie: string }> {
  const answer = await client.send({
    method: 'POST',
    path: '/api/session',
    body: { username, password: BENCH_PASSWORD },
    headers,
  })
  const [, cookie = ''] = /\r\nset-cookie: ([^;\r]+)/i.exec(answer.headers) ?? []
  return { status: answer.status, cookie }
}

/** Opens a session for each person, one after the other. */
export async function signInAll(
  client: HttpClient,
  people: readonly { readonly username: string }[],
): Promise<Cookies> {
  const cookies = new Map<string, string>()
  for (const { username } of people) {
    if (cookies.has(username)) continue
    const { status, cookie } = await signIn(client, { username })
    if (cookie === '') throw new Error(`${username} cannot sign in: ${status}`)
    cookies.set(username, cookie)
  }
  return cookies
}
