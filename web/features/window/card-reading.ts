import type { IdReading, ReadingProof } from '../../../contract/device-kinds.ts'
import type { IntakeDraft } from './intake-draft.ts'

/** What the reader said, kept beside what stands in the form: only what was not changed since counts as read. */
export type CardReading = {
  readonly name: string
  readonly identityNumber: string
  readonly proof: ReadingProof | null
}

/** A person's card fills who applies; at a company's form it fills who came to the counter. */
export function withReading(draft: IntakeDraft, read: IdReading): IntakeDraft {
  if (draft.kind === 'company') return { ...draft, contactName: read.name, reading: null }
  const { name, idNumber: identityNumber, address, proof } = read
  return {
    ...draft,
    name,
    identityType: 'id-card',
    identityNumber,
    address,
    reading: { name, identityNumber, proof },
  }
}

type Identity = Pick<
  IntakeDraft,
  'kind' | 'identityType' | 'name' | 'identityNumber' | 'reading'
>

/** How the identity came in, for the record: typed, unless it stands exactly as the card was read. */
export function identityEntryOf(draft: Identity): {
  readonly identityEntry: 'manual' | 'reader'
  readonly identityProof?: ReadingProof | null
} {
  const { reading = null } = draft
  const asRead =
    reading !== null &&
    draft.kind === 'person' &&
    draft.identityType === 'id-card' &&
    draft.name.trim() === reading.name &&
    draft.identityNumber.trim() === reading.identityNumber
  return asRead
    ? { identityEntry: 'reader', identityProof: reading.proof }
    : { identityEntry: 'manual' }
}

/** Nothing of a person stands there yet: a card that is put down may fill it unasked. */
export function isUntouched(draft: Pick<IntakeDraft, 'kind' | 'name' | 'identityNumber'>): boolean {
  return draft.kind === 'person' && draft.name.trim() === '' && draft.identityNumber.trim() === ''
}
