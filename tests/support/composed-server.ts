import castFile from '../../catalogue/aba/demonstration-cast.json' with { type: 'json' }
import { ABA_GUIDES } from '../../catalogue/aba/load-catalogue.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { readCast, seedDemonstration } from '../../server/access/demonstration-cast.ts'
import { composeServer, type ServerOptions } from '../../server/compose.ts'
import type { Database } from '../../server/database/connect.ts'
import { loadReferenceData, saveReferenceData } from '../../server/database/reference-data.ts'
import { SHIPPED_CATALOGUE, saveShippedCatalogue } from '../../server/shipped-catalogue.ts'

export const REGION = 513_200
export const PASSWORD = 'yichuang-ceshi-2026'

export type ComposedServerOptions = Partial<ServerOptions> & {
  /** `baseline`, the default: one plain guide an item; `shipped`: with the whole guides and forms of an installation. */
  readonly catalogue?: 'baseline' | 'shipped'
  /** Posts that an older schema does not know. */
  readonly without?: readonly string[]
}

/** The whole server, without the paper unless asked for it: every route, the demonstration's cast, a clock that tests set. */
export async function composedServer(
  db: Database,
  clock: () => Instant,
  { catalogue = 'baseline', without = [], ...more }: ComposedServerOptions = {},
) {
  await db.query(
    `insert into region (region_code, name, number_prefix) values ($1, '阿坝州', '513200') on conflict (region_code) do nothing`,
    [REGION],
  )
  if (catalogue === 'shipped') await saveShippedCatalogue(db)
  else await saveReferenceData(db, { ...SHIPPED_CATALOGUE, guides: ABA_GUIDES })
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
  const cast = readCast(castFile).filter(({ role }) => !without.includes(role))
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
