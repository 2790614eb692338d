import type { OfflineIntake } from '../../../../contract/offline.ts'
import { writeOffline } from '../../../api/offline/offline-place.ts'
import { identityEntryOf } from '../card-reading.ts'
import type { IntakeDraft } from '../intake-draft.ts'

/** 收件 into the journal. The command's id is the entry's: a receipt whose answer was lost before is the same one. */
export async function receiveOffline(draft: IntakeDraft): Promise<OfflineIntake> {
  const { commandId, applicationId, itemId, channel, insist, kind, identityType } = draft
  const entry = await writeOffline({
    entry: {
      kind: 'intake',
      entryId: commandId,
      reserved: null,
      application: {
        applicationId,
        itemId: itemId ?? '',
        applicant: {
          kind,
          name: draft.name.trim(),
          identityType,
          identityNumber: draft.identityNumber.trim(),
          phone: draft.phone.replaceAll(/\s/g, '') || null,
          address: draft.address.trim() || null,
          contactName: draft.contactName.trim() || null,
        },
        channel,
        materials: Object.fromEntries(Object.entries(draft.materials)),
        insist,
        renews: draft.renews.trim() || null,
        situation: draft.situation,
        ...identityEntryOf(draft),
      },
    },
  })
  if (entry.kind !== 'intake') throw new Error('What was written is what was given')
  return entry
}
