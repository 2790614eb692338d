import type { FastifyRequest } from 'fastify'
import type { ReadingProof } from '../../contract/device-kinds.ts'
import type { IdentityEntry } from '../../domain/application/applicant.ts'
import type { LockerCollection } from '../../domain/application/issuance/locker-collection.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { HttpContext } from '../http/http-context.ts'
import type { AnyViolation } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'

export type Refused = { readonly ok: false; readonly violation: AnyViolation }

export type Delivery = {
  readonly applicationId: string
  /** Also the id of the signature that was kept with it. */
  readonly collectionId: string
  readonly collection: LockerCollection
  /** The clerk who found the box empty; absent: the applicant, at the kiosk. */
  readonly clerk?: Session
  readonly origin: string
}

/** What the capability is given beside HTTP; compose-lockers.ts puts it together. */
export type LockersContext = {
  readonly http: HttpContext
  readonly kioskOf: (request: FastifyRequest) => Promise<{ readonly deviceId: string } | undefined>
  readonly load: (regionCode: number, applicationId: string) => Promise<LodgedApplication | null>
  readonly openByCode: (
    regionCode: number,
    guess: { readonly number: string; readonly code: string; readonly address: string },
  ) => Promise<{ readonly ok: true; readonly applicationId: string } | Refused>
  /** What the record may say of how the collector's identity came in. */
  readonly entryOf: (
    collectionId: string,
    application: LodgedApplication,
    given: { readonly entry: 'manual' | 'reader'; readonly proof: ReadingProof | null },
  ) => IdentityEntry
  readonly keepSignature: (
    regionCode: number,
    kept: {
      readonly applicationId: string
      readonly collectionId: string
      readonly signature: string
    },
  ) => Promise<void>
  /** Records the delivery on the road of every command; null: it stands. */
  readonly deliver: (regionCode: number, delivery: Delivery) => Promise<AnyViolation | null>
}
