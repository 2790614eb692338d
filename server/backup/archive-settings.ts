import { postgresAccount } from '../database/postgres-account.ts'
import type { PostgresSettings } from '../database/postmaster.ts'
import { openBackupFolder } from './backup-folder.ts'

/** Seconds after which a piece of the log is kept although it is not full: what a lost machine may cost. */
const LONGEST_UNKEPT_SECONDS = 60

/**
 * The embedded server keeps its log in `wal/`. A piece is written aside, forced to disk and then named, so that
 * what has its name is whole; kept twice (a crash came between) it must be the same, and another is never overwritten.
 */
export function archiveSettings(root: string): PostgresSettings {
  const { wal } = openBackupFolder(root, postgresAccount())
  const kept = `${shellQuoted(wal)}/%f.gz`
  const command =
    `if test -f ${kept}; then gzip -dc ${kept} | cmp -s - %p; ` +
    `else gzip -1 -c %p > ${kept}.part && sync ${kept}.part && mv ${kept}.part ${kept} && sync ${shellQuoted(wal)}; fi`
  return {
    wal_level: 'replica',
    archive_mode: 'on',
    archive_command: command,
    archive_timeout: LONGEST_UNKEPT_SECONDS,
    max_replication_slots: 10,
    max_wal_senders: 10,
  }
}

/** The other way: fetches a piece for a server that recovers. */
export function restoreCommand(wal: string): string {
  return `test -f ${shellQuoted(wal)}/%f.gz && gzip -dc ${shellQuoted(wal)}/%f.gz > %p`
}

/** For sh, inside a setting where PostgreSQL gives % a meaning. */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`).replaceAll('%', '%%')}'`
}
