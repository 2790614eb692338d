import { spawnSync } from 'node:child_process'

/** The user that the database server runs as; empty when it is simply the user running this program. */
export type PostgresAccount = { readonly uid?: number; readonly gid?: number }

// PostgreSQL refuses to run as root, so root lends it an account that every system already has.
const ACCOUNTS_ROOT_MAY_LEND = ['postgres', '_postgres', 'nobody']

export function postgresAccount(): PostgresAccount {
  if (process.getuid?.() !== 0) return {}
  for (const name of ACCOUNTS_ROOT_MAY_LEND) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new Error(
    `Running as root, but none of the accounts ${ACCOUNTS_ROOT_MAY_LEND.join(', ')} exists. ` +
      'Run as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}

/** Asks the system itself instead of computing modes, so that ACLs and mounts count too. */
export function canReach(path: string, account: PostgresAccount): boolean {
  return spawnSync('test', ['-x', path], { ...account, stdio: 'ignore' }).status === 0
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  // macOS prints the negative id of `nobody` as an unsigned number.
  return status === 0 ? Number(stdout) | 0 : undefined
}
