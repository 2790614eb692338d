export type BackupFigures = {
  readonly isConfigured: boolean
  /** Seconds since the newest complete backup was begun; infinite without one. */
  readonly backupAge: number
  /** Seconds since the newest piece of the write-ahead log was kept; infinite without one. */
  readonly archiveAge: number
  readonly archiveFailures: number
}
