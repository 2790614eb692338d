import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import packageFile from '../../package.json' with { type: 'json' }
import { postgresValues } from '../database/postgres-values.ts'
import { readArchiver } from './archiver.ts'
import { type BackupFolder } from './backup-folder.ts'
import { nameOfMoment } from './backup-name.ts'
import { copyCluster, type Query } from './copy-cluster.ts'
import { copyFile, syncFolder, writeFileSynced } from './copy-file.ts'
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
  const { cluster, into, env } = options
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
    const copied = await copyCluster(query, cluster.folder.data, unfinished)
    const secrets = await copySecrets(options, unfinished)
    const [server] = await query<{ version: string }>(
      "select current_setting('server_version') as version",
    )
    const manifest: Manifest = {
      format: 1,
      startedAt: startedAt.toISOString(),
      endedAt: new Date().toISOString(),
      productVersion: packageFile.version,
      postgresVersion: server?.version ?? '',
      firstWal: copied.firstWal,
      lastWal: copied.lastWal,
      marks,
      folders: copied.folders,
      files: [...copied.files, ...secrets.files],
      keys: secrets.keys,
      settings: shownSettings(env),
    }
    await writeManifest(unfinished, manifest)
    renameSync(unfinished, folder)
    await syncFolder(into.base)
    return { folder, manifest, isLogKept: await isLogKept(query, options, copied.lastWal) }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  } finally {
    // Ends the backup and gives the slot back too, should we come here by an error.
    await client.end()
  }
}

/** The password that belongs to the cluster, and the keys under the passphrase; without one they are listed. */
async function copySecrets(
  { cluster, dataFolder, passphrase = '' }: BackupOptions,
  into: string,
): Promise<{ files: BackedUpFile[]; keys: Manifest['keys'] }> {
  const password = await copyFile(
    path.join(cluster.folder.root, 'password'),
    path.join(into, 'password'),
  )
  const files: BackedUpFile[] = [{ path: 'password', ...password }]
  const keys = readKeys(dataFolder)
  if (passphrase !== '') {
    const sealed = await writeFileSynced(path.join(into, 'keys.enc'), sealKeys(keys, passphrase))
    files.push({ path: 'keys.enc', ...sealed })
  }
  return { files, keys: { sealed: passphrase !== '', files: Object.keys(keys) } }
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
