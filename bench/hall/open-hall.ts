import { uuidv7 } from 'uuidv7'
import type { HallConfiguration } from '../../domain/hall/hall-configuration.ts'
import { QUEUE_CODES } from '../../domain/queue/ticket.ts'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import { localDateOf, nextDay } from '../../domain/shared/local-date.ts'
import { insertAccount } from '../../server/access/create-account.ts'
import { hashPassword } from '../../server/access/password.ts'
import { connect } from '../../server/database/connect.ts'
import type { HttpClient, HttpRequest } from '../http-client.ts'
import { openSessions } from '../mix/open-sessions.ts'
import { BENCH_PASSWORD, type BenchPerson, type BenchRegion } from '../region/bench-region.ts'
import { hallLayout } from './hall-layout.ts'
import { beginDayAnew, type HallPast, makeHallPast } from './hall-past.ts'

export type HallWindowAt = { readonly windowId: number; readonly cookie: string }

/** A hall at work: clerks at its windows, kiosks at its door. */
export type OpenHall = {
  readonly windows: readonly HallWindowAt[]
  /** Tokens of paired kiosks. */
  readonly kiosks: readonly string[]
}

const MANAGER = 'dating1'
const SEATS_A_SLOT = 60

/** Before the server starts: the days behind the hall, and nothing of today. */
export async function prepareHall(region: BenchRegion, past: HallPast): Promise<void> {
  const today = localDateOf(new Date().toISOString() as Instant)
  const [clerk] = region.people.clerks
  await beginDayAnew(region.connectionString, region.regionCode, today)
  await makeHallPast(region, past, today, clerk?.accountId ?? uuidv7())
}

/** By the hall's own operations: a layout with a window for each clerk, who sign on, and as many kiosks as wanted. */
export async function openHall(
  region: BenchRegion,
  client: HttpClient,
  { clerks, kiosks }: { readonly clerks: readonly BenchPerson[]; readonly kiosks: number },
): Promise<OpenHall> {
  const manager = await managerOf(region)
  const people = [manager, ...clerks]
  const [asManager = '', ...cookies] = await openSessions(region.connectionString, people)
  const ask = async (cookie: string, method: HttpRequest['method'], path: string, body?: object) =>
    await asked(client, { method, path, cookie, ...(body === undefined ? {} : { body }) })

  const { version } = (await ask(asManager, 'GET', '/api/hall/configuration')) as {
    version: number
  }
  const configuration: HallConfiguration = hallLayout(clerks.map(({ accountId }) => accountId))
  const saved = { commandId: uuidv7(), expectedVersion: version, configuration }
  await ask(asManager, 'PUT', '/api/hall/configuration', saved)
  const validFrom = nextDay(localDateOf(new Date().toISOString() as Instant))
  for (const queue of QUEUE_CODES) {
    const seats = { kind: 'every-day', queue, validFrom, capacity: SEATS_A_SLOT }
    await ask(asManager, 'PUT', '/api/bookings/capacity', seats)
  }
  const tokens: string[] = []
  for (let at = 1; at <= kiosks; at += 1) {
    const device = { deviceId: uuidv7(), kind: 'kiosk', name: `自助机 ${at} 号`, windowId: null }
    const created = await ask(asManager, 'POST', '/api/hall/devices', device)
    const { pairingCode: code } = created as { pairingCode: string }
    const paired = await asked(client, {
      method: 'POST',
      path: '/api/hall/devices/pair',
      body: { code },
    })
    tokens.push((paired as { token: string }).token)
  }
  const windows = cookies.map((cookie, index) => ({ windowId: index + 1, cookie }))
  for (const { windowId, cookie } of windows)
    await ask(cookie, 'POST', `/api/hall/windows/${windowId}/sign-on`, { commandId: uuidv7() })
  return { windows, kiosks: tokens }
}

async function asked(client: HttpClient, request: HttpRequest): Promise<unknown> {
  const { status, body } = await client.send(request)
  if (status >= 300)
    throw new Error(`${request.method} ${request.path}: ${status} ${body.toString().slice(0, 300)}`)
  return JSON.parse(body.toString()) as unknown
}

/** The made region's staff has no hall manager: the first hall that is opened in it gives it one. */
async function managerOf({ connectionString, regionCode }: BenchRegion): Promise<BenchPerson> {
  const db = connect({ connectionString, maxConnections: 1 })
  try {
    const [known] = await db.query<{ accountId: string }>(
      `select account_id as "accountId" from account where region_code = $1 and username = $2`,
      [regionCode, MANAGER],
    )
    const accountId = (known?.accountId ?? uuidv7()) as AccountId
    if (known === undefined)
      await insertAccount(db, {
        regionCode,
        accountId,
        username: MANAGER,
        name: '厅管示例',
        role: 'hall-manager',
        organisationId: 'approval-service-centre',
        window: null,
        passwordHash: await hashPassword(BENCH_PASSWORD),
        mustChangePassword: false,
        postOpen: true,
      })
    return { username: MANAGER, accountId, organisationId: null }
  } finally {
    await db.close()
  }
}
