import { createHash } from 'node:crypto'

export type MigrationFile = { readonly file: string; readonly text: string }

export type Migration = {
  readonly number: number
  readonly file: string
  readonly text: string
  readonly checksum: string
  readonly inTransaction: boolean
}

export type AppliedMigration = {
  readonly number: number
  readonly file: string
  readonly checksum: string
}

/** The files and the database disagree about history; nothing was changed. */
export class MigrationRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MigrationRefused'
  }
}

const FILE_NAME = /^(\d{3})-[a-z0-9-]+\.sql$/

/** The files in order; refuses a gap, a number used twice and a name that is not `NNN-name.sql`. */
export function readMigrations(files: readonly MigrationFile[]): Migration[] {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  return sorted.map(({ file, text }, index) => {
    const number = Number(FILE_NAME.exec(file)?.[1])
    if (Number.isNaN(number)) throw new MigrationRefused(`${file} is not named NNN-name.sql`)
    if (number !== index + 1) {
      throw new MigrationRefused(`${file} should have number ${String(index + 1).padStart(3, '0')}`)
    }
    const lines = text.replaceAll('\r\n', '\n')
    return {
      number,
      file,
      text: lines,
      checksum: createHash('sha256').update(lines).digest('hex'),
      inTransaction: !/^-- no transaction\s*(\n|$)/.test(lines),
    }
  })
}

/** Those still to be applied; refuses a database whose history is not the beginning of the files. */
export function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  for (const [index, done] of applied.toSorted((a, b) => a.number - b.number).entries()) {
    const here = migrations[index]
    if (done.number !== index + 1) {
      throw new MigrationRefused(
        `The database has migration ${done.file} but not number ${index + 1} before it.`,
      )
    }
    if (!here) {
      throw new MigrationRefused(
        `The database has migration ${done.file}, which this version does not know: it is newer.`,
      )
    }
    if (here.checksum !== done.checksum) {
      throw new MigrationRefused(
        `Migration ${here.file} was changed after the database applied it (as ${done.file}). ` +
          'Restore the file and write a new one instead.',
      )
    }
  }
  return migrations.slice(applied.length)
}
