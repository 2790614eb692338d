import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { clusterFiles } from './cluster-files.ts'
import { copyFile, forEachAtOnce, writeFileSynced } from './copy-file.ts'
import type { BackedUpFile } from './manifest.ts'

export type Query = <Row extends object>(
  text: string,
  values?: readonly unknown[],
) => Promise<Row[]>

export type CopiedCluster = {
  readonly firstWal: string
  readonly lastWal: string
  readonly folders: readonly string[]
  readonly files: readonly BackedUpFile[]
}

const START = "select pg_walfile_name(pg_backup_start('yichuang', true)) as wal"
const STOP = 'select labelfile as label, pg_walfile_name(lsn) as wal from pg_backup_stop(false)'
const LABEL = 'cluster/backup_label'

/** The cluster between start and stop of a backup, its label, and the log from one to the other, all under `cluster/`. */
export async function copyCluster(
  query: Query,
  data: string,
  into: string,
): Promise<CopiedCluster> {
  const [started] = await query<{ wal: string }>(START)
  const { folders, files: names } = clusterFiles(data)
  for (const one of folders) mkdirSync(path.join(into, 'cluster', one), { mode: 0o700 })
  const files = await copyAll(data, names, into)
  const [stopped] = await query<{ label: string; wal: string }>(STOP)
  if (started === undefined || stopped === undefined) throw new Error('No backup was begun')
  const label = await writeFileSynced(path.join(into, LABEL), stopped.label)
  const log = readdirSync(path.join(data, 'pg_wal')).filter(
    (file) => /^[0-9A-F]{24}$/.test(file) && file >= started.wal && file <= stopped.wal,
  )
  const logNames = log.map((file) => `pg_wal/${file}`)
  return {
    firstWal: started.wal,
    lastWal: stopped.wal,
    folders,
    files: [...files, { path: LABEL, ...label }, ...(await copyAll(data, logNames, into))],
  }
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
