import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import packageFile from '../../package.json' with { type: 'json' }
import { postgresValues } from '../database/postgres-values.ts'
import { readArchiver } from './archiver.ts'
import { type BackupFolder } from './backup-folder.ts'
import { nameOfMoment } from './backup-name.ts'
import { clusterFiles } from './cluster-files.ts'
import { copyFile, forEachAtOnce, syncFolder, writeFileSynced } from './copy-file.ts'
import type { InstalledCluster } from './installed-cluster.ts'
import { readKeys, sealKeys } from './keys.ts'
import { type BackedUpFile, type Manifest, writeManifest } from './manifest.ts'
import { readMarks } from './marks.ts'

const ARCHIVE_PATIENCE_MS = 60_000
const SHOWN_SETTINGS = ['PUBLIC_URL', 'PORT', 'HOST', 'BEHIND_PROXY', 'METRICS_PORT', 'LOG_LEVEL']

export type BackupOptions = {
  readonly cluster: InstalledCluster
  readonly dataFolder: string
  readonly into: BackupFolder
  readonly passphrase: string | undefined
  readonly env: NodeJS.ProcessEnv
  /** Milliseconds for the log to be kept; a minute by default. */
  readonly archivePatienceMs?: number
}

export type TakenBackup = {
  readonly folder: string
  readonly manifest: Manifest
  /** False: the server does not keep its log, or cannot at present. This backup is whole nevertheless. */
  readonly isLogKept: boolean
}

/**
 * A base backup of the running cluster through the low-level interface, with the log that makes it whole. A slot holds
 * that log back meanwhile. Documents and materials are in the database, so this is all there is but the keys.
 */
export async function takeBackup(options: BackupOptions): Promise<TakenBackup> {
  const { cluster, dataFolder, into, passphrase, env } = options
  const startedAt = new Date()
  const name = nameOfMoment(startedAt.getTime())
  const folder = path.join(into.base, name)
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(path.join(unfinished, 'cluster'), { recursive: true, mode: 0o700 })
  const client = new pg.Client({
    connectionString: cluster.connectionString,
    types: postgresValues,
  })
  client.on('error', () => undefined)
  await client.connect()
  const query = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(text, [...values])).rows
  try {
    await query('select pg_create_physical_replication_slot($1, true, true)', [
      `backup_${process.pid}`,
    ])
    const marks = await readMarks({ query })
    const firstWal = await walOf(query, "pg_backup_start('yichuang', true)")
    const data = cluster.folder.data
    const { folders, files: names } = clusterFiles(data)
    for (const one of folders) mkdirSync(path.join(unfinished, 'cluster', one), { mode: 0o700 })
    const files = await copyAll(data, names, unfinished)
    const [stopped] = await query<{ label: string; wal: string }>(
      'select labelfile as label, pg_walfile_name(lsn) as wal from pg_backup_stop(false)',
    )
    if (stopped === undefined) throw new Error('pg_backup_stop answered nothing')
    const label = 'cluster/backup_label'
    files.push({
      path: label,
      ...(await writeFileSynced(path.join(unfinished, label), stopped.label)),
    })
    const log = readdirSync(path.join(data, 'pg_wal')).filter(
      (file) => /^[0-9A-F]{24}$/.test(file) && file >= firstWal && file <= stopped.wal,
    )
    files.push(
      ...(await copyAll(
        data,
        log.map((file) => `pg_wal/${file}`),
        unfinished,
      )),
    )
    files.push({
      path: 'password',
      ...(await copyFile(
        path.join(cluster.folder.root, 'password'),
        path.join(unfinished, 'password'),
      )),
    })
    const keys = readKeys(dataFolder)
    const isSealed = passphrase !== undefined && passphrase !== ''
    if (isSealed)
      files.push({
        path: 'keys.enc',
        ...(await writeFileSynced(path.join(unfinished, 'keys.enc'), sealKeys(keys, passphrase))),
      })
    const [server] = await query<{ version: string }>(
      "select current_setting('server_version') as version",
    )
    const manifest: Manifest = {
      format: 1,
      startedAt: startedAt.toISOString(),
      endedAt: new Date().toISOString(),
      productVersion: packageFile.version,
      postgresVersion: server?.version ?? '',
      firstWal,
      lastWal: stopped.wal,
      marks,
      folders,
      files,
      keys: { sealed: isSealed, files: Object.keys(keys) },
      settings: shownSettings(env),
    }
    await writeManifest(unfinished, manifest)
    renameSync(unfinished, folder)
    await syncFolder(into.base)
    return { folder, manifest, isLogKept: await isLogKept(query, options, stopped.wal) }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  } finally {
    // Ends the backup and gives the slot back too, should we come here by an error.
    await client.end()
  }
}

type Query = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>

async function walOf(query: Query, lsn: string): Promise<string> {
  const [row] = await query<{ wal: string }>(`select pg_walfile_name(${lsn}) as wal`)
  if (row === undefined) throw new Error('PostgreSQL names no piece of its log')
  return row.wal
}

/** A file that goes away while the server works is one that the log makes unnecessary. */
async function copyAll(
  data: string,
  names: readonly string[],
  into: string,
): Promise<BackedUpFile[]> {
  const files: BackedUpFile[] = []
  await forEachAtOnce(names, async (name) => {
    const to = `cluster/${name}`
    try {
      const copied = await copyFile(path.join(data, name), path.join(into, to))
      files.push({ path: to, ...copied })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      rmSync(path.join(into, to), { force: true })
    }
  })
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** Point-in-time restores need the log from here on. */
async function isLogKept(
  query: Query,
  { into, archivePatienceMs = ARCHIVE_PATIENCE_MS }: BackupOptions,
  lastWal: string,
): Promise<boolean> {
  const [mode] = await query<{ mode: string }>("select current_setting('archive_mode') as mode")
  if (mode?.mode !== 'on') return false
  const until = performance.now() + archivePatienceMs
  while (!existsSync(path.join(into.wal, `${lastWal}.gz`))) {
    if (performance.now() > until || (await readArchiver(query)).isFailing) return false
    await wait(200)
  }
  return true
}

function shownSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    SHOWN_SETTINGS.flatMap((name) => {
      const value = env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
