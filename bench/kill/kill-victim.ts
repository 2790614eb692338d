import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openClusterFolder } from '../../server/database/cluster-folder.ts'
import { postgresAccount } from '../../server/database/postgres-account.ts'
import { processIdentity } from '../../server/database/process-identity.ts'
import type { Victim } from './options.ts'
import type { SupervisedServer } from './supervised-server.ts'

/** SIGKILL to all processes of the victim at once; answers when they are dead. */
export async function killVictim(
  victim: Victim,
  server: SupervisedServer,
  folder: string,
): Promise<void> {
  const pids = [
    ...(victim === 'postgres' ? [] : [server.pid()]),
    ...(victim === 'server' ? [] : postgresProcesses(folder)),
  ]
  const dead = pids.map((pid) => [pid, processIdentity(pid)] as const)
  if (victim !== 'postgres') server.expectDeath()
  for (const pid of pids) kill(pid)
  for (const [pid, identity] of dead)
    while (identity !== undefined && processIdentity(pid) === identity) await wait(1)
}

/** The postmaster first: alive, it would begin to repair what its children's death broke. */
function postgresProcesses(folder: string): number[] {
  const { data } = openClusterFolder(path.join(folder, 'data', 'postgres'), postgresAccount())
  const postmaster = Number.parseInt(readFileSync(path.join(data, 'postmaster.pid'), 'utf8'), 10)
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const children = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (pid !== undefined && parent === postmaster ? [pid] : []))
  return [postmaster, ...children]
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // A backend may have ended since it was listed.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
