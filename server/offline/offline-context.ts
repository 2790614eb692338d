import type { FastifyRequest } from 'fastify'
import type { OfflineIntake, OfflineTicketAct, OfflineTicketTaken } from '../../contract/offline.ts'
import type { OfflineReceipt } from '../../domain/application/offline-receipt.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HttpContext } from '../http/http-context.ts'
import type { Session } from '../http/session.ts'

export type Refused = { readonly code: string; readonly sentence: string }

/** A receipt as the journal has it, its time and number judged. */
export type ReceiptToMerge = {
  readonly entryId: string
  readonly application: OfflineIntake['application']
  readonly offline: OfflineReceipt
}

/** What the queue makes of a ticket that was taken, called or finished while the server was out of reach. */
export type TicketMerging = {
  /** Answers the number it has now. */
  readonly take: (
    regionCode: number,
    ticket: OfflineTicketTaken & { readonly number: string | null },
  ) => Promise<{ readonly ok: true; readonly number: string } | ({ readonly ok: false } & Refused)>
  /** Null: done, now or before. */
  readonly act: (session: Session, act: OfflineTicketAct) => Promise<Refused | null>
}

export type Kiosk = { readonly deviceId: string; readonly name: string }

export type OfflineContext = {
  readonly http: HttpContext
  readonly reference: ReferenceData
  /** `513200`, as numbers begin. */
  readonly numberOfRegion: (regionCode: number) => string
  /** The same road as a receipt at the server; sent again it is the same receipt. */
  readonly receive: (
    session: Session,
    origin: string,
    receipt: ReceiptToMerge,
  ) => Promise<
    | { readonly ok: true; readonly applicationId: string; readonly number: string }
    | ({ readonly ok: false } & Refused)
  >
  readonly tickets: TicketMerging
  /** The receipt belongs to the ticket that its clerk served at that time, where there was one. */
  readonly bindReceipt: (receipt: {
    readonly regionCode: number
    readonly applicationId: string
    readonly clerkId: string
    readonly takenAt: Instant
  }) => Promise<void>
  /** The paired kiosk that a request comes from. */
  readonly kioskOf: (request: FastifyRequest) => Promise<Kiosk | undefined>
}

export function millisecondsOf(at: Instant): number {
  return Date.parse(at)
}
