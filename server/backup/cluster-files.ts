import { readdirSync } from 'node:fs'
import path from 'node:path'

// Left empty in a base backup: PostgreSQL makes their content anew, and the log comes separately.
const EMPTIED = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|pg_internal\.init.*|pgsql_tmp.*)$/
const TABLESPACES = 'pg_tblspc'

export type ClusterFiles = {
  readonly folders: readonly string[]
  readonly files: readonly string[]
}

/** What belongs in a base backup of a cluster, by paths in it. */
export function clusterFiles(data: string): ClusterFiles {
  const folders: string[] = []
  const files: string[] = []
  const enter = (below: string): void => {
    for (const entry of readdirSync(path.join(data, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`
      if (LEFT_OUT.test(entry.name)) continue
      if (below === TABLESPACES) throw new Error('A cluster with tablespaces is not ours')
      if (entry.isDirectory()) {
        folders.push(name)
        if (!EMPTIED.includes(name)) enter(name)
      } else if (entry.isFile()) files.push(name)
    }
  }
  enter('')
  folders.push('pg_wal/archive_status')
  return { folders: folders.toSorted(), files: files.toSorted() }
}
