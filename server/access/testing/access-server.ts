import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import castFile from '../../../catalogue/aba/demonstration-cast.json' with { type: 'json' }
import organisations from '../../../catalogue/aba/organisations.json' with { type: 'json' }
import type { AccountId, Instant } from '../../../domain/shared/ids.ts'
import type { Database } from '../../database/connect.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { createHttpServer, type HttpServerOptions } from '../../http/http-server.ts'
import { accessRoutes } from '../access-routes.ts'
import { readCast, seedDemonstration } from '../demonstration-cast.ts'
import { createSessions } from '../session-store.ts'

export const REGION = 513200
export const PASSWORD = 'Shifan-2026'
export const COOKIE = 'yichuang'

export type AccessServer = {
  readonly http: FastifyInstance
  readonly context: HttpContext
  readonly accounts: ReadonlyMap<string, AccountId>
  /** The cookie of a person of the cast, signed in through the API. */
  signIn(username: string, password?: string): Promise<string>
  send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    options?: { cookie?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<LightMyRequestResponse>
}

/** The access routes on a real server and database, with the demonstration's cast. */
export async function accessServer(
  db: Database,
  {
    secureCookies = false,
    routes,
    now,
    ...options
  }: HttpServerOptions & {
    readonly secureCookies?: boolean
    readonly routes?: (http: FastifyInstance, context: HttpContext) => void
    readonly now?: () => number
  } = {},
): Promise<AccessServer> {
  await loadReferences(db)
  const context: HttpContext = {
    db,
    clock: () => '2026-03-02T02:00:00.000Z' as Instant,
    regionCode: REGION,
    secureCookies,
    sessions: createSessions(db, now),
    demonstration: { password: PASSWORD },
  }
  const accounts = await seedDemonstration(db, REGION, readCast(castFile), PASSWORD)
  const http = await createHttpServer(context, { logLevel: 'silent', ...options })
  accessRoutes(http, context)
  routes?.(http, context)

  const send: AccessServer['send'] = async (method, url, { cookie, body, headers } = {}) =>
    await http.inject({
      method,
      url,
      headers: { 'x-yichuang': '1', ...headers },
      ...(cookie !== undefined && { cookies: { [COOKIE]: cookie } }),
      ...(body !== undefined && { payload: body as object }),
    })

  return {
    http,
    context,
    accounts,
    send,
    async signIn(username, password = PASSWORD) {
      const answer = await send('POST', '/api/session', { body: { username, password } })
      if (answer.statusCode !== 200) throw new Error(`${username}: ${answer.body}`)
      return answer.cookies.find(({ name }) => name === COOKIE)?.value ?? ''
    },
  }
}

export async function loadReferences(db: Database): Promise<void> {
  await db.query(
    `insert into region (region_code, name, number_prefix) values ($1, '阿坝州', '513200') on conflict do nothing`,
    [REGION],
  )
  await db.query(
    `insert into organisation (organisation_id, data)
     select data ->> 'organisationId', data from jsonb_array_elements($1::jsonb) as data on conflict do nothing`,
    [JSON.stringify(organisations)],
  )
}
