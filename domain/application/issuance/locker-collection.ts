import type { Instant } from '../../shared/ids.ts'
import type { IdentityEntry } from '../applicant.ts'

/**
 * What a locker tells of one collection: the door's own word that it opened, and how the collector proved who they are.
 * With the signature on the receipt it is the proof of delivery; which of these suffices, no rule says: 待业主确认.
 */
export type LockerCollection = {
  readonly box: number
  readonly openedAt: Instant
  readonly identityEntry: IdentityEntry
}
