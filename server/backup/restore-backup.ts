import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openClusterFolder } from '../database/cluster-folder.ts'
import { type PostgresAccount, postgresAccount } from '../database/postgres-account.ts'
import { backupFolderAt, BackupRefused, baseBackupsIn } from './backup-folder.ts'
import { copyFile, forEachAtOnce } from './copy-file.ts'
import { unsealKeys, writeKeys } from './keys.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { chinaTime } from './read-moment.ts'
import { recover } from './recover.ts'

// PostgreSQL forces the whole cluster to disk before it recovers.
const UNSYNCED = { isSynced: false }

export type RestoreOptions = {
  /** YICHUANG_BACKUP's folder. */
  readonly from: string
  /** Milliseconds; undefined: as far as the log reaches. */
  readonly until: number | undefined
  /** The new data folder: absent or empty. */
  readonly into: string
  readonly passphrase: string | undefined
}

export type RestoredBackup = {
  readonly name: string
  readonly manifest: Manifest
  readonly bytes: number
  /** Milliseconds of the last transaction that is in; null: the backup itself and nothing after. */
  readonly lastCommit: number | null
  /** The kept log ends before the moment asked for. */
  readonly endedEarly: boolean
  /** Keys are in their place; false: they were only listed and must be brought from elsewhere. */
  readonly hasKeys: boolean
}

/** From the newest base backup before the moment, file by file against its hash, then the log up to the moment. */
export async function restoreBackup(options: RestoreOptions): Promise<RestoredBackup> {
  const { from, until, into, passphrase } = options
  if (existsSync(into) && readdirSync(into).length > 0)
    throw new BackupRefused(
      `${into} 不是空文件夹，恢复从不覆盖已有数据，请另选一个。 / the folder is not empty: choose another`,
    )
  const { name, folder, manifest } = chooseBackup(from, until)
  // Before anything is written: a wrong passphrase is found now.
  const keys = manifest.keys.sealed
    ? unsealKeys(readFileSync(path.join(folder, 'keys.enc')), needed(passphrase))
    : {}
  const account = postgresAccount()
  mkdirSync(into, { recursive: true, mode: 0o755 })
  const root = openClusterFolder(path.join(into, 'postgres'), account).root
  const bytes = await copyBack(folder, manifest, root, account)
  writeKeys(into, keys)
  const recovered = await recover({
    folder: openClusterFolder(path.join(into, 'postgres'), account),
    account,
    wal: backupFolderAt(from).wal,
    until,
  })
  return { name, manifest, bytes, ...recovered, hasKeys: manifest.keys.sealed }
}

function needed(passphrase: string | undefined): string {
  if (passphrase !== undefined && passphrase !== '') return passphrase
  throw new BackupRefused(
    '备份里的印章私钥是加密的，请设置备份时的 YICHUANG_SEAL_PASSPHRASE。 / the backup’s keys are sealed: set the passphrase',
  )
}

function chooseBackup(from: string, until: number | undefined) {
  const folder = backupFolderAt(from)
  const names = baseBackupsIn(folder)
  if (names.length === 0)
    throw new BackupRefused(`${from} 里没有基础备份（base/）。 / no base backup there`)
  const read = (name: string) => readManifest(path.join(folder.base, name))
  const name = names.findLast(
    (one) => until === undefined || Date.parse(read(one).endedAt) <= until,
  )
  if (name === undefined) {
    const first = chinaTime(Date.parse(read(names[0] ?? '').endedAt))
    throw new BackupRefused(
      `最早只能恢复到 ${first}（北京时间），更早没有基础备份。 / nothing earlier than that can be restored`,
    )
  }
  return { name, folder: path.join(folder.base, name), manifest: read(name) }
}

/** Every byte is compared with the manifest while it is copied. */
async function copyBack(
  folder: string,
  { files, folders }: Manifest,
  root: string,
  account: PostgresAccount,
): Promise<number> {
  const own = (target: string) => {
    if (account.uid !== undefined && account.gid !== undefined)
      chownSync(target, account.uid, account.gid)
  }
  for (const one of ['', ...folders]) {
    mkdirSync(path.join(root, 'cluster', one), { recursive: true, mode: 0o700 })
    own(path.join(root, 'cluster', one))
  }
  let bytes = 0
  await forEachAtOnce(files, async (file) => {
    if (file.path === 'keys.enc') return
    const to = path.join(root, file.path)
    // A password of its own was made with the folder.
    if (file.path === 'password') rmSync(to)
    const copied = await copyFile(path.join(folder, file.path), to, UNSYNCED).catch(
      (error: unknown) => {
        throw damaged(file.path, error)
      },
    )
    if (copied.sha256 !== file.sha256) throw damaged(file.path)
    bytes += copied.bytes
    own(to)
  })
  return bytes
}

function damaged(file: string, cause?: unknown): Error {
  if (cause !== undefined && (cause as NodeJS.ErrnoException).code !== 'ENOENT')
    return cause as Error
  return new BackupRefused(
    `备份文件损坏或者缺失：${file}。请用另一份备份。 / a file of the backup is damaged or missing`,
  )
}
