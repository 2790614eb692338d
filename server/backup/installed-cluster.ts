import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ClusterFolder, openClusterFolder } from '../database/cluster-folder.ts'
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { postgresAccount } from '../database/postgres-account.ts'
import type { PostgresSettings } from '../database/postmaster.ts'
import { processIdentity } from '../database/process-identity.ts'
import { BackupRefused } from './backup-folder.ts'

export type InstalledCluster = {
  readonly folder: ClusterFolder
  readonly connectionString: string
  readonly stop: () => Promise<void>
}

/** The embedded database of a data folder: the running one, else started for as long as it is needed. */
export async function openInstalledCluster(
  dataFolder: string,
  settings: PostgresSettings = {},
): Promise<InstalledCluster> {
  const wanted = path.join(dataFolder, 'postgres')
  if (!existsSync(wanted))
    throw new BackupRefused(
      `${dataFolder} 里没有内置数据库，请用 YICHUANG_DATA 指明数据文件夹。 / no embedded database there: set YICHUANG_DATA`,
    )
  const folder = openClusterFolder(wanted, postgresAccount())
  if (isRunning(folder))
    return { folder, connectionString: connectionTo(folder), stop: () => Promise.resolve() }
  const started = await startEmbeddedPostgres({ folder: wanted, settings })
  return { folder, connectionString: started.connectionString, stop: () => started.stop() }
}

export function connectionTo(
  { password, socketFolder }: Pick<ClusterFolder, 'password' | 'socketFolder'>,
  database = 'yichuang',
): string {
  return `postgresql://postgres:${password}@/${database}?host=${encodeURIComponent(socketFolder)}`
}

function isRunning({ owner, data }: ClusterFolder): boolean {
  const holder = existsSync(owner) ? readFileSync(owner, 'utf8') : ''
  const isHeld = holder !== '' && processIdentity(Number.parseInt(holder, 10)) === holder
  return isHeld && existsSync(path.join(data, 'postmaster.pid'))
}
