import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { canReach, type PostgresAccount } from './postgres-account.ts'
import { SHARED_STATE_FOLDER } from './postgres-binaries.ts'

/** One database cluster on disk: its data, the password of its only login, its log and its socket. */
export type ClusterFolder = {
  readonly root: string
  readonly data: string
  readonly log: string
  readonly owner: string
  readonly socketFolder: string
  readonly password: string
}

// sun_path holds 107 bytes on Linux and 103 on macOS.
const LONGEST_SOCKET_PATH = 103
const SOCKET_NAME = '/.s.PGSQL.5432.lock'

/** Creates the folder, private to the database's account. */
export function openClusterFolder(wanted: string, account: PostgresAccount): ClusterFolder {
  const root = reachableFolder(path.resolve(wanted), account)
  return {
    root,
    data: path.join(root, 'cluster'),
    log: path.join(root, 'postgres.log'),
    owner: path.join(root, 'owner'),
    socketFolder: socketFolderFor(root, account),
    password: passwordOf(root, account),
  }
}

/** Initialises the data on the first start; true when it did. A start killed half-way is begun anew. */
export function initialiseCluster(
  folder: ClusterFolder,
  binaries: string,
  account: PostgresAccount,
): boolean {
  if (existsSync(path.join(folder.data, 'PG_VERSION'))) return false
  const unfinished = `${folder.data}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const initdb = spawnSync(
    path.join(binaries, 'bin', 'initdb'),
    [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${path.join(folder.root, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Not the builtin provider: under it pg_trgm would ignore Chinese.
      '--locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ],
    { ...account, cwd: folder.root, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  )
  if (initdb.status !== 0) {
    throw new Error(`initdb failed: ${initdb.stderr || initdb.stdout || initdb.error?.message}`)
  }
  renameSync(unfinished, folder.data)
  return true
}

function reachableFolder(wanted: string, account: PostgresAccount): string {
  makePrivate(wanted, account)
  if (canReach(wanted, account)) return wanted
  const elsewhere = path.join(SHARED_STATE_FOLDER, `data-${shortHash(wanted)}`)
  mkdirSync(SHARED_STATE_FOLDER, { recursive: true, mode: 0o755 })
  makePrivate(elsewhere, account)
  if (!canReach(elsewhere, account)) {
    throw new Error(`The database's account cannot enter ${wanted}. Set YICHUANG_DATA.`)
  }
  writeFileSync(path.join(wanted, 'DATA-IS-ELSEWHERE.txt'), `${elsewhere}\n`)
  return elsewhere
}

function makePrivate(folder: string, { uid, gid }: PostgresAccount): void {
  // Only the last folder is private: the account must be able to pass those above it.
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
}

function socketFolderFor(root: string, account: PostgresAccount): string {
  if (Buffer.byteLength(root + SOCKET_NAME) <= LONGEST_SOCKET_PATH) return root
  const short = path.join(os.tmpdir(), `yichuang-${shortHash(root)}`)
  makePrivate(short, account)
  return short
}

function passwordOf(root: string, { uid, gid }: PostgresAccount): string {
  const file = path.join(root, 'password')
  if (!existsSync(file)) {
    if (existsSync(path.join(root, 'cluster'))) {
      throw new Error(`${file} is missing, so the database in ${root} cannot be opened.`)
    }
    writeFileSync(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (uid !== undefined && gid !== undefined) chownSync(`${file}.new`, uid, gid)
    renameSync(`${file}.new`, file)
  }
  return readFileSync(file, 'utf8').trim()
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
