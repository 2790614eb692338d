import castFile from '../../catalogue/aba/demonstration-cast.json' with { type: 'json' }
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { readCast, seedDemonstration } from '../../server/access/demonstration-cast.ts'
import { composeServer, type ServerOptions } from '../../server/compose.ts'
import type { Database } from '../../server/database/connect.ts'
import { loadReferenceData, saveReferenceData } from '../../server/database/reference-data.ts'

export const REGION = 513_200
export const PASSWORD = 'yichuang-ceshi-2026'

/** The whole server, without the paper unless asked for it: every route, the demonstration's cast, a clock that tests set. */
export async function composedServer(
  db: Database,
  clock: () => Instant,
  more: Partial<ServerOptions> = {},
) {
  await db.query(
    `insert into region (region_code, name, number_prefix) values ($1, '阿坝州', '513200') on conflict (region_code) do nothing`,
    [REGION],
  )
  await saveReferenceData(db, {
    items: ABA_ITEMS,
    guides: ABA_GUIDES,
    organisations: ABA_ORGANISATIONS,
    calendar: ABA_CALENDAR_DATA,
  })
  const server = await composeServer({
    db,
    reference: await loadReferenceData(db),
    regionCode: REGION,
    clock,
    portalUrl: 'http://localhost',
    secureCookies: false,
    demonstration: { password: PASSWORD },
    logLevel: 'silent',
    documents: null,
    ...more,
  })
  const cast = readCast(castFile)
  await seedDemonstration(db, REGION, cast, PASSWORD)
  const cookies = new Map<string, string>()

  async function signIn(username: string): Promise<string> {
    const known = cookies.get(username)
    if (known !== undefined) return known
    const answer = await server.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-yichuang': '1' },
      payload: { username, password: PASSWORD },
    })
    const cookie = answer.cookies.find(({ name }) => name === 'yichuang')?.value
    if (cookie === undefined) throw new Error(`${username} could not sign in: ${answer.body}`)
    cookies.set(username, cookie)
    return cookie
  }

  return {
    ...server,
    cast,
    signIn,
    send: async (
      username: string | null,
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      body?: object,
    ) =>
      await server.http.inject({
        method,
        url,
        headers: { 'x-yichuang': '1' },
        ...(username === null ? {} : { cookies: { yichuang: await signIn(username) } }),
        ...(body === undefined ? {} : { payload: body }),
      }),
  }
}
