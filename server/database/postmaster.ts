import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import net from 'node:net'
import { setPriority } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ClusterFolder } from './cluster-folder.ts'
import { clearLeftovers, readPostmasterLock } from './cluster-ownership.ts'
import type { PostgresAccount } from './postgres-account.ts'
import { tunedSettings } from './postgres-tuning.ts'

export type PostgresSettings = Readonly<Record<string, string | number>>

export type PostmasterOptions = {
  readonly folder: ClusterFolder
  readonly binaries: string
  readonly account: PostgresAccount
  readonly settings: PostgresSettings
}

const NICENESS = 5
const START_PATIENCE_MS = 60_000
const RETRY_PATIENCE_MS = 10_000
const LONGEST_LOG_BYTES = 5_000_000

// Backends of a killed server need a moment to notice; until then its shared memory and locks are in use.
const PASSES_BY_ITSELF = /still in use|lock file ".*" already exists/

/** Starts the server and waits until it takes connections. */
export async function launchPostmaster(options: PostmasterOptions): Promise<ChildProcess> {
  const started = performance.now()
  for (;;) {
    await clearLeftovers(options.folder)
    const postmaster = spawnPostmaster(options)
    const failure = await failureToStart(postmaster, options.folder)
    if (failure === undefined) return postmaster
    if (!PASSES_BY_ITSELF.test(failure) || performance.now() - started > RETRY_PATIENCE_MS) {
      throw new Error(`PostgreSQL did not start. The end of its log:\n${failure}`)
    }
    await wait(100)
  }
}

/** Fast shutdown: sessions are ended, everything committed is on disk. */
export async function stopPostmaster(postmaster: ChildProcess): Promise<void> {
  if (postmaster.exitCode !== null || postmaster.signalCode !== null) return
  const ended = new Promise<void>((resolve) => postmaster.once('exit', () => resolve()))
  postmaster.kill('SIGINT')
  // An immediate shutdown loses nothing either: the next start replays the log.
  const impatience = setTimeout(() => postmaster.kill('SIGQUIT'), 15_000)
  await ended
  clearTimeout(impatience)
}

function spawnPostmaster({ folder, binaries, account, settings }: PostmasterOptions): ChildProcess {
  const all: PostgresSettings = {
    ...tunedSettings(),
    listen_addresses: '',
    port: 5432,
    unix_socket_directories: folder.socketFolder,
    unix_socket_permissions: '0700',
    cluster_name: 'yichuang',
    timezone: 'UTC',
    log_timezone: 'Asia/Shanghai',
    log_line_prefix: '%m [%p] ',
    // Statements and details may hold personal data, which belongs in no log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...settings,
  }
  const log = openLog(folder.log)
  const postmaster = spawn(
    path.join(binaries, 'bin', 'postgres'),
    [
      '-D',
      folder.data,
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...account,
      cwd: folder.root,
      // A group of its own: Ctrl-C reaches the program, which then stops the database last.
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
  )
  closeSync(log)
  yieldToTheServer(postmaster)
  return postmaster
}

/**
 * The server's one thread wakes a backend with every statement: on a busy machine the backend must not push it off its
 * processor, for everybody waits for that thread.
 */
function yieldToTheServer({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS)
  } catch {
    // It ended at once, or the system has no such thing.
  }
}

async function failureToStart(
  postmaster: ChildProcess,
  folder: ClusterFolder,
): Promise<string | undefined> {
  const started = performance.now()
  const failed = new Promise<Error | undefined>((resolve) => {
    postmaster.once('error', resolve)
    postmaster.once('exit', () => resolve(undefined))
  })
  let failure: { error: Error | undefined } | undefined
  void failed.then((error) => (failure = { error }))
  while (failure === undefined) {
    if (await isReady(postmaster.pid, folder)) return undefined
    if (performance.now() - started > START_PATIENCE_MS) {
      postmaster.kill('SIGQUIT')
      return `not ready after ${START_PATIENCE_MS / 1000} s\n${endOf(folder.log)}`
    }
    await wait(10)
  }
  return failure.error?.message ?? endOf(folder.log)
}

async function isReady(pid: number | undefined, folder: ClusterFolder): Promise<boolean> {
  const lines = readPostmasterLock(folder)?.split('\n') ?? []
  if (Number(lines[0]) !== pid || !lines[7]?.startsWith('ready')) return false
  return await new Promise((resolve) => {
    const socket = net.connect(path.join(folder.socketFolder, '.s.PGSQL.5432'))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LONGEST_LOG_BYTES) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function endOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-800) : ''
}
