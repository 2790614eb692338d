import {
  chmodSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Instant } from '../domain/shared/ids.ts'
import { archiveSettings } from '../server/backup/archive-settings.ts'
import { backupFolderAt, baseBackupsIn } from '../server/backup/backup-folder.ts'
import { readBackupFigures } from '../server/backup/backup-figures.ts'
import { openInstalledCluster } from '../server/backup/installed-cluster.ts'
import { readManifest } from '../server/backup/manifest.ts'
import { keepNewest } from '../server/backup/retention.ts'
import { restoreBackup } from '../server/backup/restore-backup.ts'
import { takeBackup, type TakenBackup } from '../server/backup/take-backup.ts'
import { watchArchive } from '../server/backup/watch-archive.ts'
import { checkDatabase, runDrill } from '../server/compose-drill.ts'
import { connect, type Database } from '../server/database/connect.ts'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../server/database/embedded-postgres.ts'
import { migrate } from '../server/database/migrate.ts'
import { newId } from '../server/event-log/chain.ts'
import { openTrailKey } from '../server/trail/trail-key.ts'
import { composedServer, REGION } from './support/composed-server.ts'

// Forcing a thousand files to a busy disk takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const PASSPHRASE = 'beifen-yanlian-kouling'
const APPLICANT = {
  kind: 'person',
  name: '张·示例',
  identityType: 'id-card',
  identityNumber: '513201198805120015',
  phone: null,
  address: null,
  contactName: null,
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-backup-'))
chmodSync(folder, 0o755)
const dataFolder = path.join(folder, 'data')
const kept = path.join(folder, 'kept')
let postgres: EmbeddedPostgres
let db: Database
let server: Awaited<ReturnType<typeof composedServer>>

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({
    folder: path.join(dataFolder, 'postgres'),
    settings: archiveSettings(kept),
  })
  await migrate(postgres.connectionString)
  db = connect({ connectionString: postgres.connectionString, maxConnections: 8 })
  server = await composedServer(db, () => new Date().toISOString() as Instant)
  openTrailKey(path.join(dataFolder, 'trail'))
})

afterAll(async () => {
  await server.close()
  await db.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A command that was acknowledged: the application exists from here on. */
async function receive(): Promise<string> {
  const applicationId = newId()
  const answer = await server.send(clerk(), 'POST', '/api/applications', {
    commandId: newId(),
    applicationId,
    itemId: 'aba-36',
    applicant: APPLICANT,
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  })
  expect(answer.statusCode).toBe(200)
  return applicationId
}

function clerk(): string {
  return server.cast.find(({ role }) => role === 'window-clerk')?.username ?? ''
}

async function backUp(): Promise<TakenBackup> {
  // Two backups within a second would have one name.
  await wait(1_050)
  const cluster = await openInstalledCluster(dataFolder)
  try {
    return await takeBackup({
      cluster,
      dataFolder,
      into: backupFolderAt(kept),
      passphrase: PASSPHRASE,
      env: { PUBLIC_URL: 'https://yichuang.invalid' },
      archivePatienceMs: 20_000,
    })
  } finally {
    await cluster.stop()
  }
}

/** The ids in a restored data folder, after its whole trail was recomputed. */
async function applicationsIn(restored: string, marks: TakenBackup): Promise<string[]> {
  const copy = await startEmbeddedPostgres({ folder: path.join(restored, 'postgres') })
  try {
    const { summary, missing } = await checkDatabase(
      copy.connectionString,
      marks.manifest.marks,
      [],
    )
    expect(summary.findings.first).toEqual([])
    expect(missing).toEqual([])
    const copied = connect({ connectionString: copy.connectionString, maxConnections: 1 })
    const rows = await copied.query<{ id: string }>(
      'select application_id as id from application where region_code = $1 order by application_id',
      [REGION],
    )
    await copied.close()
    return rows.map(({ id }) => id)
  } finally {
    await copy.stop()
  }
}

async function switchLog(): Promise<void> {
  const owner = connect({
    connectionString: postgres.connectionString,
    maxConnections: 1,
    asRole: undefined,
  })
  const [row] = await owner.pool
    .query<{ wal: string }>('select pg_walfile_name(pg_switch_wal()) as wal')
    .then(({ rows }) => rows)
  await owner.close()
  await until(() => existsSync(path.join(kept, 'wal', `${row?.wal}.gz`)))
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(50)
}

test('backed up under writers and restored to a moment between two commands, exactly those acknowledged before are there', async () => {
  const before: string[] = []
  let isWriting = true
  const writer = (async () => {
    while (isWriting) before.push(await receive())
  })()
  await until(() => before.length >= 3)
  const taken = await backUp()
  const during = before.length
  await until(() => before.length >= during + 3)
  isWriting = false
  await writer
  await wait(20)
  const moment = Date.now()
  await wait(20)
  await receive()
  await receive()
  await switchLog()

  expect(taken.isLogKept).toBe(true)
  const into = path.join(folder, 'at-the-moment')
  const restored = await restoreBackup({ from: kept, until: moment, into, passphrase: PASSPHRASE })
  expect(restored).toMatchObject({ endedEarly: false, hasKeys: true })
  expect(await applicationsIn(into, taken)).toEqual(before.toSorted())
  expect(readdirSync(path.join(into, 'trail')).toSorted()).toEqual(['key.pem', 'public.pem'])

  await expect(
    restoreBackup({ from: kept, until: moment, into, passphrase: PASSPHRASE }),
  ).rejects.toThrow('不是空文件夹')
})

test('a moment before the first backup is refused, one after the end of the log restores what there is and says so', async () => {
  const into = path.join(folder, 'too-early')
  await expect(
    restoreBackup({ from: kept, until: Date.parse('2020-01-01'), into, passphrase: PASSPHRASE }),
  ).rejects.toThrow('最早只能恢复到')
  await expect(
    restoreBackup({ from: kept, until: undefined, into, passphrase: 'not this one' }),
  ).rejects.toThrow('YICHUANG_SEAL_PASSPHRASE')
  expect(existsSync(into)).toBe(false)
  const { endedEarly, lastCommit } = await restoreBackup({
    from: kept,
    until: Date.now(),
    into: path.join(folder, 'late'),
    passphrase: PASSPHRASE,
  })
  expect(endedEarly).toBe(true)
  expect(lastCommit).toBeLessThan(Date.now())
})

test('the drill restores the newest backup, recomputes its trail and says what a loss would cost', async () => {
  const taken = await backUp()
  const report = await runDrill({
    from: kept,
    scratch: path.join(folder, 'drill'),
    passphrase: PASSPHRASE,
    live: taken.manifest.marks,
  })
  expect(report.name).toBe(path.basename(taken.folder))
  expect(report.summary.findings.total).toBe(0)
  expect(report.missing).toEqual([])
  expect(report.applications).toBe(taken.manifest.marks[0]?.applications)
  expect(report.lastEvent).toBe(report.lastLiveEvent)
})

test('one flipped byte in any file of a backup is found, and nothing is started from it', async () => {
  const place = path.join(kept, 'base', baseBackupsIn(backupFolderAt(kept)).at(-1) ?? '')
  const manifest = readManifest(place)
  const big = manifest.files
    .filter(({ path: name }) => name.startsWith('cluster/base/'))
    .toSorted((a, b) => b.bytes - a.bytes)[0]
  if (big === undefined) throw new Error('A cluster has files')
  const file = openSync(path.join(place, big.path), 'r+')
  writeSync(file, Buffer.from([0x5a]), 0, 1, Math.floor(big.bytes / 2) + 7)
  const into = path.join(folder, 'damaged')
  await expect(
    restoreBackup({ from: kept, until: undefined, into, passphrase: PASSPHRASE }),
  ).rejects.toThrow(big.path)
  expect(existsSync(path.join(into, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false)
  const list = openSync(path.join(place, 'manifest.json'), 'r+')
  writeSync(list, ' ', 4)
  await expect(
    restoreBackup({
      from: kept,
      until: undefined,
      into: path.join(folder, 'damaged-list'),
      passphrase: PASSPHRASE,
    }),
  ).rejects.toThrow('备份清单被改动')
  rmSync(place, { recursive: true })
})

test('a full disk under the archive is told, costs no command, and heals when there is room', async () => {
  const told: string[] = []
  const stop = watchArchive(
    db,
    { error: (_, message) => told.push(message), info: (_, message) => told.push(message) },
    100,
  )
  const wal = path.join(kept, 'wal')
  const newest =
    readdirSync(wal)
      .filter((name) => /^[0-9A-F]{24}\.gz$/.test(name))
      .toSorted()
      .at(-1) ?? ''
  const traps = [1, 2, 3].map((ahead) => {
    const next = (Number.parseInt(newest.slice(16, 24), 16) + ahead).toString(16).toUpperCase()
    return path.join(wal, `${newest.slice(0, 16)}${next.padStart(8, '0')}.gz.part`)
  })
  // Writing there fails as on a full disk.
  for (const trap of traps) symlinkSync('/dev/full', trap)
  const applicationId = await receive()
  const taken = await backUp()
  expect(taken.isLogKept).toBe(false)
  await until(() => told.some((message) => message.includes('没有存入备份文件夹')))
  expect(await readBackupFigures(kept, db)).toMatchObject({ isConfigured: true })
  expect((await readBackupFigures(kept, db)).archiveFailures).toBeGreaterThan(0)
  expect(applicationId).not.toBe('')

  for (const trap of traps) rmSync(trap, { force: true })
  await until(() => told.some((message) => message.includes('又能存入')))
  await stop()
  expect((await backUp()).isLogKept).toBe(true)
})

test('only so many backups are kept, with the log since the oldest of them', async () => {
  const keptFolder = backupFolderAt(kept)
  const newest = baseBackupsIn(keptFolder).at(-1) ?? ''
  const manifest = readManifest(path.join(keptFolder.base, newest))
  const gone = keepNewest(keptFolder, 1)
  expect(gone.length).toBeGreaterThan(0)
  expect(baseBackupsIn(keptFolder)).toHaveLength(1)
  const pieces = readdirSync(keptFolder.wal).filter((name) => /^[0-9A-F]{24}\.gz$/.test(name))
  expect(pieces.toSorted()[0]?.slice(0, 24)).toBe(manifest.firstWal)
  const into = path.join(folder, 'after-retention')
  await restoreBackup({ from: kept, until: undefined, into, passphrase: PASSPHRASE })
  expect(existsSync(path.join(into, 'postgres', 'cluster', 'PG_VERSION'))).toBe(true)
})
