import type { OfflineIntake } from '../../../../contract/offline.ts'
import type { FileEntry } from '../../../api/offline/journal-entry.ts'
import type { Ack, WrittenEntry } from '../../../api/offline/read-entries.ts'

export type OwnIntake = {
  readonly intake: OfflineIntake
  readonly files: readonly FileEntry[]
  readonly ack: Ack | undefined
}

/** What was received here while the server was out of reach, the newest first, each with its files. */
export function ownIntakes(entries: readonly WrittenEntry[]): readonly OwnIntake[] {
  const files = entries.flatMap(({ entry }) => (entry.kind === 'file' ? [entry] : []))
  return entries
    .flatMap(({ entry, ack }) =>
      entry.kind === 'intake'
        ? [
            {
              intake: entry,
              ack,
              files: files.filter(({ intakeId }) => intakeId === entry.entryId),
            },
          ]
        : [],
    )
    .toReversed()
}
