import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '../database/connect.ts'
import { readArchiver } from './archiver.ts'
import { backupFolderAt, baseBackupsIn } from './backup-folder.ts'
import { momentOfName } from './backup-name.ts'

/** How old the newest base backup and the newest kept piece of the log are, in seconds; infinite: there is none. */
export async function readBackupFigures(root: string | undefined, db: Database) {
  if (root === undefined)
    return { isConfigured: false, backupAge: Infinity, archiveAge: Infinity, archiveFailures: 0 }
  const folder = backupFolderAt(root)
  const newest = baseBackupsIn(folder).at(-1)
  const { failedCount } = await readArchiver((text) => db.query(text))
  return {
    isConfigured: true,
    backupAge: newest === undefined ? Infinity : secondsSince(momentOfName(newest)),
    archiveAge: secondsSince(newestIn(folder.wal)),
    archiveFailures: failedCount,
  }
}

function newestIn(folder: string): number {
  const times = readdirSync(folder)
    .filter((name) => name.endsWith('.gz'))
    .toSorted()
    .slice(-3)
    .map((name) => statSync(path.join(folder, name)).mtimeMs)
  return Math.max(-Infinity, ...times)
}

function secondsSince(milliseconds: number): number {
  return (Date.now() - milliseconds) / 1000
}
