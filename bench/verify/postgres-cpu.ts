import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from '../../server/database/connect.ts'

/** Linux counts processor time in hundredths. */
const TICKS_A_SECOND = 100
const PARENT = 1
const USER = 11
const SYSTEM = 12
/** Of children that have ended. */
const CHILDREN_USER = 13
const CHILDREN_SYSTEM = 14

/** Processor time of a PostgreSQL on this machine, all its processes together, in seconds; NaN when not to be seen. */
export async function postgresCpuOf(db: Database): Promise<() => number> {
  const [row] = await db.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = statOf(row?.pid ?? 0)[PARENT] ?? Number.NaN
  return () => {
    const own = statOf(postmaster)
    const ended = (own[CHILDREN_USER] ?? Number.NaN) + (own[CHILDREN_SYSTEM] ?? 0)
    const living = [postmaster, ...childrenOf(postmaster)].map((pid) => {
      const stat = statOf(pid)
      return (stat[USER] ?? 0) + (stat[SYSTEM] ?? 0)
    })
    return living.reduce((sum, ticks) => sum + ticks, ended) / TICKS_A_SECOND
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => statOf(child)[PARENT] === pid)
}

/** The fields behind the name: state, parent, … */
function statOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
  } catch {
    return []
  }
}
