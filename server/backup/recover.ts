import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { ClusterFolder } from '../database/cluster-folder.ts'
import type { PostgresAccount } from '../database/postgres-account.ts'
import { postgresBinaries } from '../database/postgres-binaries.ts'
import { tunedSettings } from '../database/postgres-tuning.ts'
import { stopPostmaster } from '../database/postmaster.ts'
import { restoreCommand } from './archive-settings.ts'
import { BackupRefused } from './backup-folder.ts'
import { connectionTo } from './installed-cluster.ts'

export type Recovery = {
  readonly folder: ClusterFolder
  readonly account: PostgresAccount
  /** Kept pieces of the log. */
  readonly wal: string
  /** Milliseconds; undefined: to the end of the log. */
  readonly until: number | undefined
}

export type Recovered = {
  /** Commit time of the last transaction that is in; null when the log brought none. */
  readonly lastCommit: number | null
  /** The log ended before the moment asked for; everything in it is restored. */
  readonly endedEarly: boolean
}

const NOT_REACHED = /recovery ended before configured recovery target was reached/

/** Replays the log over a restored base backup, up to the moment, and leaves a stopped cluster that can be started as it is. */
export async function recover(recovery: Recovery): Promise<Recovered> {
  const first = await replay(recovery)
  if (first !== 'target-not-reached') return { lastCommit: first.lastCommit, endedEarly: false }
  const all = await replay({ ...recovery, until: undefined })
  if (all === 'target-not-reached') throw new Error('Without a target there is none to miss')
  return { lastCommit: all.lastCommit, endedEarly: true }
}

async function replay(
  recovery: Recovery,
): Promise<{ lastCommit: number | null } | 'target-not-reached'> {
  const { folder } = recovery
  writeFileSync(path.join(folder.data, 'recovery.signal'), '')
  const before = readLog(folder).length
  const postmaster = launch(recovery)
  try {
    for (;;) {
      if (postmaster.exitCode !== null || postmaster.signalCode !== null) {
        const told = readLog(folder).slice(before)
        if (NOT_REACHED.test(told)) return 'target-not-reached'
        throw new BackupRefused(
          `恢复没有成功，数据库的日志最后写着 / PostgreSQL could not recover:\n${told.slice(-800)}`,
        )
      }
      const state = await look(folder)
      if (state !== undefined && !state.isRecovering) return { lastCommit: state.lastCommit }
      await wait(50)
    }
  } finally {
    await stopPostmaster(postmaster)
  }
}

function launch({ folder, account, wal, until }: Recovery): ChildProcess {
  const settings = {
    ...tunedSettings(),
    listen_addresses: '',
    port: 5432,
    unix_socket_directories: folder.socketFolder,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    // The restored copy never writes into the archive it came from.
    archive_mode: 'off',
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    restore_command: restoreCommand(wal),
    ...(until === undefined
      ? {}
      : {
          recovery_target_time: new Date(until).toISOString().replace('Z', '+00'),
          recovery_target_action: 'promote',
        }),
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  const log = openSync(folder.log, 'a', 0o600)
  const postmaster = spawn(
    path.join(postgresBinaries(account, folder.root), 'bin', 'postgres'),
    [
      '-D',
      folder.data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...account,
      cwd: folder.root,
      stdio: ['ignore', log, log],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
  )
  closeSync(log)
  return postmaster
}

async function look(
  folder: ClusterFolder,
): Promise<{ isRecovering: boolean; lastCommit: number | null } | undefined> {
  const client = new pg.Client({ connectionString: connectionTo(folder, 'postgres') })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ recovering: boolean; last: Date | null }>(
      'select pg_is_in_recovery() as recovering, pg_last_xact_replay_timestamp() as last',
    )
    const [row] = rows
    return row && { isRecovering: row.recovering, lastCommit: row.last?.getTime() ?? null }
  } catch {
    // Not up yet, or already down: the process tells.
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

function readLog({ log }: ClusterFolder): string {
  try {
    return readFileSync(log, 'utf8')
  } catch {
    return ''
  }
}
