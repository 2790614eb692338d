import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ClusterFolder } from './cluster-folder.ts'
import { commandLine, isZombie, processIdentity } from './process-identity.ts'

const POSTMASTER_LOCK = 'postmaster.pid'
const PATIENCE_MS = 15_000
const PATIENCE_WITH_ZOMBIE_MS = 2_000

/** Writes down that this program runs the cluster; refuses while another living program does. */
export function claimCluster({ owner, root }: ClusterFolder): void {
  const holder = existsSync(owner) ? readFileSync(owner, 'utf8') : ''
  const pid = Number.parseInt(holder, 10)
  if (pid !== process.pid && holder !== '' && processIdentity(pid) === holder) {
    throw new Error(
      `Another server (process ${pid}) is using the data in ${root}. ` +
        'Stop it first, or set YICHUANG_DATA to another folder.',
    )
  }
  writeFileSync(`${owner}.${process.pid}`, processIdentity(process.pid) ?? '')
  renameSync(`${owner}.${process.pid}`, owner)
}

export function releaseCluster({ owner }: ClusterFolder): void {
  rmSync(owner, { force: true })
}

/**
 * Clears what a killed run left: a database server that outlived its program is shut down in order, a lock
 * that names a dead process or a stranger is removed. PostgreSQL itself cannot tell these apart.
 */
export async function clearLeftovers(folder: ClusterFolder): Promise<void> {
  const started = performance.now()
  let asked = false
  for (;;) {
    const lock = readPostmasterLock(folder)
    if (lock === undefined) return
    const waited = performance.now() - started
    const pid = Number.parseInt(lock, 10)
    const ours = commandLine(pid).includes(folder.data)
    if (processIdentity(pid) !== undefined && ours) {
      if (!asked) askToStop(pid)
      asked = true
    } else if (!isZombie(pid) || waited > PATIENCE_WITH_ZOMBIE_MS) {
      rmSync(path.join(folder.data, POSTMASTER_LOCK), { force: true })
      rmSync(path.join(folder.socketFolder, '.s.PGSQL.5432.lock'), { force: true })
    }
    if (waited > PATIENCE_MS) {
      throw new Error(`The database server of an earlier run (process ${pid}) does not stop.`)
    }
    await wait(20)
  }
}

function askToStop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    // It ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** What PostgreSQL wrote into its lock; undefined when there is none, also when it goes while it is read. */
export function readPostmasterLock({ data }: Pick<ClusterFolder, 'data'>): string | undefined {
  try {
    return readFileSync(path.join(data, POSTMASTER_LOCK), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
