import type { Instant } from '../shared/ids.ts'

/** Received while the server was out of reach: the time of the fact is the real one, `mergedAt` when the server heard of it. */
export type OfflineReceipt = {
  /** Of the journal kept at the counter. */
  readonly entryId: string
  readonly takenAt: Instant
  readonly mergedAt: Instant
  /** On the receipt that was handed out; null: it had none. */
  readonly printedNumber: string | null
  /** The printed number is the application's. False: it got another, and the applicant is told. */
  readonly keepsNumber: boolean
  /** The time was stated by the clerk, the device's clock being wrong. */
  readonly restated?: { readonly deviceSaid: Instant; readonly reason: string }
}
