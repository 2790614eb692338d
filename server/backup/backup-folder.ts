import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { canReach, type PostgresAccount } from '../database/postgres-account.ts'

/** `base/` holds one folder a base backup, `wal/` every piece of the write-ahead log since the oldest of them. */
export type BackupFolder = { readonly root: string; readonly base: string; readonly wal: string }

/** Something the operator must put right; the message says what. */
export class BackupRefused extends Error {}

export function backupFolderAt(root: string): BackupFolder {
  return { root, base: path.join(root, 'base'), wal: path.join(root, 'wal') }
}

/** Makes the folder; `wal/` belongs to the account of the database server, which writes it. */
export function openBackupFolder(root: string, account: PostgresAccount): BackupFolder {
  const folder = backupFolderAt(root)
  mkdirSync(root, { recursive: true, mode: 0o755 })
  mkdirSync(folder.base, { recursive: true, mode: 0o700 })
  mkdirSync(folder.wal, { recursive: true, mode: 0o700 })
  if (account.uid !== undefined && account.gid !== undefined)
    chownSync(folder.wal, account.uid, account.gid)
  if (!canReach(folder.wal, account))
    throw new BackupRefused(
      `YICHUANG_BACKUP：数据库的系统账号进不了 ${folder.wal}，请换一个各级目录都可进入的文件夹。 / the database's account cannot enter it`,
    )
  return folder
}

/** The names of finished base backups, the oldest first. A name is the moment it was begun: 20261123T021500Z. */
export function baseBackupsIn({ base }: BackupFolder): string[] {
  if (!existsSync(base)) return []
  return readdirSync(base)
    .filter((name) => /^\d{8}T\d{6}Z$/.test(name))
    .toSorted()
}
