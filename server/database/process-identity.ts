import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process id together with when it started, since ids are used again.
 * Undefined when no such process runs; a zombie does not run.
 */
export function processIdentity(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return process.platform === 'linux' ? linuxIdentity(pid) : identityByPs(pid)
}

/** Killed, but not yet buried by its parent: PostgreSQL mistakes it for a running server. */
export function isZombie(pid: number): boolean {
  return process.platform === 'linux' && linuxStat(pid)?.[0] === 'Z'
}

/** The command line, to tell our own server from a stranger that got its old process id. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
}

function linuxIdentity(pid: number): string | undefined {
  const stat = linuxStat(pid)
  if (!stat || stat[0] === 'Z' || stat[0] === 'X') return undefined
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${pid} ${stat[19]} ${boot}`
}

/** Fields of /proc/PID/stat after the name, which may itself contain blanks and brackets. */
function linuxStat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function identityByPs(pid: number): string | undefined {
  const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return started.status === 0 ? `${pid} ${started.stdout.trim()}` : undefined
}
