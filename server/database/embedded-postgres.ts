import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import path from 'node:path'
import pg from 'pg'
import { type ClusterFolder, initialiseCluster, openClusterFolder } from './cluster-folder.ts'
import { claimCluster, releaseCluster } from './cluster-ownership.ts'
import { postgresAccount } from './postgres-account.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import {
  launchPostmaster,
  type PostgresSettings,
  type PostmasterOptions,
  stopPostmaster,
} from './postmaster.ts'

export type EmbeddedPostgres = {
  readonly connectionString: string
  /** Of the server process now running; another one after a crash. */
  readonly pid: number
  stop(): Promise<void>
}

const DATABASE = 'yichuang'

/** `data/postgres` under the working folder; YICHUANG_DATA names another folder than `data`. */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env['YICHUANG_DATA'] ?? 'data', 'postgres')
}

/**
 * A real PostgreSQL of our own, reached over a socket that only its account may open. Data survives kill -9 of
 * this program and of the server; a server that dies while we run is started again.
 */
export async function startEmbeddedPostgres({
  folder: wantedFolder,
  settings = {},
}: {
  folder: string
  settings?: PostgresSettings
}): Promise<EmbeddedPostgres> {
  const account = postgresAccount()
  const folder = openClusterFolder(wantedFolder, account)
  const binaries = postgresBinaries(account, folder.root)
  claimCluster(folder)
  initialiseCluster(folder, binaries, account)
  const keeper = await keepRunning({ folder, binaries, account, settings })
  await createDatabase(folder)
  return {
    connectionString: connectionStringTo(folder, DATABASE),
    get pid() {
      return keeper.current().pid ?? 0
    },
    async stop() {
      await keeper.stop()
      releaseCluster(folder)
    },
  }
}

async function keepRunning(options: PostmasterOptions) {
  let stopping = false
  let starting: Promise<void> = Promise.resolve()
  let postmaster = watch(await launchPostmaster(options))

  function watch(started: ChildProcess): ChildProcess {
    started.once('exit', () => {
      if (!stopping) starting = restart()
    })
    return started
  }

  async function restart(): Promise<void> {
    console.error('数据库进程意外退出，正在重新启动 / the database server died, starting it again')
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        postmaster = watch(await launchPostmaster(options))
        return
      } catch (error) {
        console.error(error instanceof Error ? error.message : String(error))
        await wait(pause)
      }
    }
  }

  return {
    current: () => postmaster,
    async stop() {
      stopping = true
      await starting
      await stopPostmaster(postmaster)
    },
  }
}

function connectionStringTo({ password, socketFolder }: ClusterFolder, database: string): string {
  return `postgresql://postgres:${password}@/${database}?host=${encodeURIComponent(socketFolder)}`
}

async function createDatabase(folder: ClusterFolder): Promise<void> {
  const client = new pg.Client({ connectionString: connectionStringTo(folder, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}
