import type { OfflineEntry } from '../../../contract/offline.ts'

/** A photograph or scan of a material: its bytes lie beside it in the journal, and follow its application. */
export type FileEntry = {
  readonly kind: 'file'
  readonly entryId: string
  readonly seq: number
  readonly takenAt: string
  readonly intakeId: string
  readonly applicationId: string
  readonly material: number
  readonly name: string
  readonly mediaType: string
}

export type JournalEntry = OfflineEntry | FileEntry
/** As it is handed in: place and time are the journal's to say. */
export type NewEntry = Without<JournalEntry, Stamp>
export type Stamp = 'seq' | 'takenAt' | 'deviceAt' | 'aheadMs' | 'steady'
type Without<Entry, Fields extends string> = Entry extends unknown ? Omit<Entry, Fields> : never
