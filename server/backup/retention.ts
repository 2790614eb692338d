import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type BackupFolder, baseBackupsIn } from './backup-folder.ts'
import { readManifest } from './manifest.ts'

/** Keeps the newest backups and the log since the oldest of them; answers the names removed. */
export function keepNewest(folder: BackupFolder, count: number): string[] {
  const names = baseBackupsIn(folder)
  const gone = names.slice(0, Math.max(0, names.length - count))
  const oldest = names[gone.length]
  if (oldest === undefined) return []
  const { firstWal } = readManifest(path.join(folder.base, oldest))
  for (const name of gone) rmSync(path.join(folder.base, name), { recursive: true })
  for (const file of readdirSync(folder.wal))
    // A history file is small and tells later restores which line of time to follow.
    if (/^[0-9A-F]{24}/.test(file) && file.slice(8, 24) < firstWal.slice(8, 24))
      rmSync(path.join(folder.wal, file))
  return gone
}
