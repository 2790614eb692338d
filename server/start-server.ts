import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildCalendar, type CalendarData } from '../domain/deadline/working-calendar.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { ABA_REGION } from './aba-region.ts'
import { offerFirstAdministrator } from './access/first-administrator.ts'
import { recomputeDueDates } from './application/recompute-due-dates.ts'
import { archiveSettings } from './backup/archive-settings.ts'
import { readBackupFigures } from './backup/backup-figures.ts'
import { watchArchive } from './backup/watch-archive.ts'
import { composeServer, type ComposedServer } from './compose.ts'
import { createTrial } from './compose-trial.ts'
import type { Configuration } from './configuration.ts'
import { connect, type Database } from './database/connect.ts'
import { startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { migrate } from './database/migrate.ts'
import { loadCalendarData, loadReferenceData } from './database/reference-data.ts'
import {
  prepareDemonstration,
  DEMONSTRATION_PASSWORD,
} from './demonstration/prepare-demonstration.ts'
import { agreeOnKeys } from './several-servers/agree-on-keys.ts'
import { saveShippedCatalogue } from './shipped-catalogue.ts'
import { startObservability } from './observability/start-observability.ts'
import { startMessages } from './start-messages.ts'
import { followOthers, startRunners } from './start-runners.ts'
import { openTrailKey, trailFolder } from './trail/trail-key.ts'

const CONNECTIONS = 16
/** Milliseconds that the one-time code of the server that printed it first stays good when others start. */
const CODE_STAYS_MS = 600_000
const WELCOME = `演示环境：打开上面的地址，点“登录”任选一位演示人员（口令 ${DEMONSTRATION_PASSWORD}）。文书用测试印章，无法律效力。`

/** One line for whoever started the server. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

type Step = () => Promise<unknown>

export type StartOptions = {
  /** False: notices are numbered and frozen, but nobody puts them on paper. No setting does it: a program of the bench does. */
  readonly papers?: boolean
  /** The procedure's time; now by default. No setting does it: only the program of the demonstration day runs faster. */
  readonly clock?: () => Instant
}

/**
 * Database, schema, catalogue, people, routes, runners: from nothing to an address that answers. Stopped, or failed
 * half-way, it closes what it opened in reverse order and leaves nothing running.
 */
export async function startServer(
  configuration: Configuration,
  options: StartOptions = {},
): Promise<{ readonly stop: () => Promise<void> }> {
  const opened: Step[] = []
  const stop = async () => {
    for (const close of opened.splice(0).toReversed()) await close()
  }
  try {
    const db = await openDatabase(configuration, opened)
    await openCentre(configuration, db, opened, options)
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openDatabase(
  { dataFolder, databaseUrl, backupFolder }: Configuration,
  opened: Step[],
): Promise<Database> {
  const folder = path.join(dataFolder, 'postgres')
  const settings = backupFolder === undefined ? {} : archiveSettings(backupFolder)
  const embedded =
    databaseUrl === undefined ? await startEmbeddedPostgres({ folder, settings }) : null
  if (embedded !== null) opened.push(() => embedded.stop())
  say(
    embedded === null
      ? '数据库：DATABASE_URL 指定的 PostgreSQL / database: the server of DATABASE_URL'
      : `数据库：内置 PostgreSQL，数据在 ${folder} / database: embedded`,
  )
  const connectionString = databaseUrl ?? embedded?.connectionString ?? ''
  const applied = await migrate(connectionString)
  if (applied.length > 0) say(`数据库结构已更新（${applied.length} 步） / migrated`)
  const db = connect({ connectionString, maxConnections: CONNECTIONS })
  opened.push(() => db.close())
  return db
}

async function openCentre(
  configuration: Configuration,
  db: Database,
  opened: Step[],
  { papers = true, clock = () => new Date().toISOString() as Instant }: StartOptions,
): Promise<void> {
  const { demonstration, dataFolder, portalUrl, port, host, severalServers = false } = configuration
  await refuseDemonstrationPeople(db, demonstration)
  const before = await loadCalendarData(db)
  await openRegion(db)
  const trailKey = openTrailKey(trailFolder({ ...process.env, YICHUANG_DATA: dataFolder }))
  const server = await composeServer({
    db,
    reference: await loadReferenceData(db),
    regionCode: ABA_REGION,
    clock,
    portalUrl,
    secureCookies: !demonstration,
    behindProxy: configuration.behindProxy,
    rateLimit: configuration.rateLimit,
    quarantine: configuration.quarantine,
    demonstration: demonstration ? { password: DEMONSTRATION_PASSWORD } : null,
    citizens: {
      ...(configuration.messages && { messages: configuration.messages }),
      oidc: configuration.oidc,
      simulateSms: demonstration,
    },
    logLevel: configuration.logLevel,
    documents: papers
      ? {
          dataFolder,
          passphrase: configuration.sealPassphrase,
          beforeSealing: async (authorities) => {
            const keys = { seals: authorities.join(''), trail: trailKey.publicKey }
            await agreeOnKeys(db, ABA_REGION, keys, { register: severalServers, now: new Date() })
          },
        }
      : null,
    openTrial: createTrial(db.pool.options.connectionString),
    severalServers,
  })
  // Closed after the server, so that its last answers are still told.
  let unwatch: Step = () => Promise.resolve()
  opened.push(() => unwatch())
  opened.push(() => server.close())
  unwatch = await watch(configuration, server, db)
  await recountAfterUpdate(server.applicationContext, before)
  if (demonstration) {
    await prepareDemonstration(server.applicationContext, ABA_REGION, say)
    await server.hall.fillRoster(ABA_REGION)
  }
  opened.push(await startMessages(server, demonstration))
  opened.push(startRunners(server, db, trailKey))
  if (severalServers) opened.push(await followOthers(server, db))
  const address = await server.http.listen({ port, host })
  opened.push(async () => {
    server.drain()
    await wait((configuration.drainSeconds ?? 0) * 1_000)
  })
  say(`一窗已启动 / Yichuang is running: ${address.replace('127.0.0.1', 'localhost')}`)
  if (demonstration) say(WELCOME)
  else await offerCode(db, portalUrl, severalServers ? CODE_STAYS_MS : 0)
}

/** Figures, traces and the word that backups fail: what the settings ask for. */
async function watch(
  { metrics, traces = false, backupFolder, databaseUrl }: Configuration,
  { http }: ComposedServer,
  db: Database,
): Promise<Step> {
  const folder = databaseUrl === undefined ? backupFolder : undefined
  const close = await startObservability({
    http,
    db,
    regionCode: ABA_REGION,
    readBackups: async () => await readBackupFigures(folder, db),
    metrics,
    traces,
  })
  const unwatch = folder === undefined ? () => Promise.resolve() : watchArchive(db, http.log)
  return async () => {
    await unwatch()
    await close()
  }
}

async function openRegion(db: Database): Promise<void> {
  await db.query(
    `insert into region (region_code, name, number_prefix) values ($1, '阿坝藏族羌族自治州', '513200') on conflict (region_code) do nothing`,
    [ABA_REGION],
  )
  await saveShippedCatalogue(db)
}

/** A release may bring a year's announcement: open applications are counted anew, as if it had been loaded by hand. */
async function recountAfterUpdate(
  context: ComposedServer['applicationContext'],
  before: CalendarData,
): Promise<void> {
  if (before.years.length === 0 || before.version === context.reference.calendar.version) return
  const moved = await recomputeDueDates(context, ABA_REGION, buildCalendar(before))
  say(`放假安排已更新，重新计算期限的办件 ${moved} 件 / calendar updated`)
}

/** A production server never opens on data whose passwords are printed in a manual. */
async function refuseDemonstrationPeople(db: Database, demonstration: boolean): Promise<void> {
  if (demonstration) return
  const people = await db.query(
    'select 1 as one from account where region_code = $1 and demonstration limit 1',
    [ABA_REGION],
  )
  if (people.length > 0)
    throw new Error(
      '数据库里有演示账号，不能作为正式环境使用；请换一个数据文件夹（YICHUANG_DATA）或者数据库（DATABASE_URL）。',
    )
}

async function offerCode(db: Database, portalUrl: string, staysMs: number): Promise<void> {
  const code = await offerFirstAdministrator(db, ABA_REGION, { staysMs })
  if (code !== undefined)
    say(
      `尚无账号。首位系统管理员请到 ${portalUrl}/first-administrator ，凭一次性口令（只显示这一次）：${code}`,
    )
}
