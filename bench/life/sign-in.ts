import type { HttpClient } from '../http-client.ts'
import type { BenchPerson } from '../region/bench-region.ts'
import type { Cookies } from './play-lives.ts'

/** Opens a session for each person and answers their cookies. */
export async function signInAll(
  client: HttpClient,
  people: readonly BenchPerson[],
  password: string,
): Promise<Cookies> {
  const cookies = new Map<string, string>()
  for (const { username } of people) {
    if (cookies.has(username)) continue
    const { status, headers } = await client.send({
      method: 'POST',
      path: '/api/session',
      body: { username, password },
    })
    const [, cookie] = /\r\nset-cookie: ([^;\r]+)/i.exec(headers) ?? []
    if (status !== 200 || cookie === undefined)
      throw new Error(`${username} cannot sign in: ${status}`)
    cookies.set(username, cookie)
  }
  return cookies
}
