import type { LodgedApplication } from '../../domain/application/application.ts'
import type { Applicant } from '../../domain/application/applicant.ts'
import type { FilledForm, FormDefinition } from '../../domain/form/form-definition.ts'
import type { Situation } from '../../domain/catalogue/situation.ts'
import type { Mandate, MandateAct } from '../../domain/mandate/mandate.ts'
import type { MandateAnswer } from '../../domain/mandate/mandate-allows.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { MaterialTrust } from '../../domain/upload/material-trust.ts'
import type { ReusedPage } from '../../domain/upload/reused-page.ts'
import type { StoredUpload } from '../../domain/upload/stored-upload.ts'
import type { UploadLimits } from '../../domain/upload/upload-limits.ts'
import type { Database } from '../database/connect.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { AnyViolation } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'

export type Refused = { readonly ok: false; readonly violation: AnyViolation }
export type Done<Value> = { readonly ok: true; readonly value: Value } | Refused

/** Files of drafts; server/uploads keeps them. */
export type UploadStore = {
  readonly pagesOf: (regionCode: number, draftId: string) => Promise<StoredUpload[]>
  readonly find: (regionCode: number, uploadId: string) => Promise<StoredUpload | undefined>
  readonly begin: (
    regionCode: number,
    upload: {
      readonly uploadId: string
      readonly draftId: string
      readonly material: number
      readonly name: string
      readonly declaredType: string
      readonly size: number
      readonly via: 'device' | 'phone'
      readonly trust: MaterialTrust
      readonly at: Instant
    },
  ) => Promise<StoredUpload>
  /** Chunks still to come. */
  readonly missing: (regionCode: number, upload: StoredUpload) => Promise<number[]>
  readonly putChunk: (
    regionCode: number,
    upload: StoredUpload,
    part: {
      readonly chunk: number
      readonly bytes: Buffer
      readonly sha256: string
      readonly at: Instant
    },
  ) => Promise<Refused | null>
  readonly complete: (
    regionCode: number,
    upload: StoredUpload,
    claimed: { readonly sha256?: string | undefined; readonly chunksSha256?: string | undefined },
    by: { readonly actor: Actor; readonly at: Instant },
  ) => Promise<Done<StoredUpload>>
  readonly remove: (regionCode: number, uploadIds: readonly string[]) => Promise<void>
  readonly order: (regionCode: number, uploadIds: readonly string[]) => Promise<void>
  readonly trust: (
    regionCode: number,
    draftId: string,
    material: number,
    trust: MaterialTrust,
  ) => Promise<void>
  readonly content: (regionCode: number, upload: StoredUpload) => AsyncIterable<Buffer>
  /** A stored material's bytes, referred to and not copied. */
  readonly refer: (
    regionCode: number,
    page: ReusedPage & { readonly sourceFileId: string },
  ) => Promise<StoredUpload | undefined>
  readonly keepCopy: (regionCode: number, page: ReusedPage, pdf: Buffer) => Promise<StoredUpload>
  /** Makes the page a file of the application. Again it changes nothing. */
  readonly attach: (
    regionCode: number,
    upload: StoredUpload,
    application: { readonly applicationId: string; readonly by: Actor; readonly at: Instant },
  ) => Promise<void>
}

export type Receipt = {
  readonly commandId: string
  readonly applicationId: string
  readonly itemId: string
  readonly applicant: Applicant
  readonly channel: 'portal' | 'window' | 'agent'
  readonly materials: Readonly<Record<number, 'held' | 'missing' | 'defective' | 'promised'>>
  readonly insist: boolean
  readonly situation: Situation
  readonly form: FilledForm | null
  readonly mandateId: string | null
  readonly at: Instant
}
export type Received = {
  readonly number: string
  readonly version: number
  readonly notices: readonly {
    readonly noticeId: string
    readonly kind: string
    readonly title: string
    readonly number: string
  }[]
}

/** The procedure's own road, handed in: a draft becomes an application nowhere else. */
export type Procedure = {
  readonly receive: (session: Session, origin: string, receipt: Receipt) => Promise<Done<Received>>
  readonly attach: (
    session: Session,
    origin: string,
    applicationId: string,
    upload: StoredUpload,
    at: Instant,
  ) => Promise<Refused | null>
  /** The newest applications of one person. */
  readonly ofPerson: (
    regionCode: number,
    identity: string,
  ) => Promise<
    readonly {
      readonly applicationId: string
      readonly number: string
      readonly application: LodgedApplication
    }[]
  >
  /** May this person read that application? */
  readonly mayRead: (session: Session, applicationId: string) => Promise<Refused | null>
  /** The sealed certificate of an application as a PDF; undefined: not made yet, or papers are not made here. */
  readonly certificate: (
    regionCode: number,
    applicationId: string,
  ) => Promise<{ readonly pdf: Buffer; readonly issuer: string } | undefined>
}

/** What drafts need of mandates. */
export type Mandates = {
  readonly find: (regionCode: number, mandateId: string) => Promise<Mandate | null>
  readonly ask: (
    mandate: Mandate,
    question: {
      readonly actor: Actor
      readonly applicantIdentity: string
      readonly itemId: string
      readonly on: LocalDate
      readonly act: MandateAct
    },
  ) => MandateAnswer
}

export type DraftContext = {
  readonly db: Database
  readonly reference: ReferenceData
  readonly clock: (regionCode: number) => Instant
  readonly regionCode: number
  readonly secureCookies: boolean
  readonly portalUrl: string
  readonly forms: {
    readonly findInForce: (formId: string) => FormDefinition | undefined
    readonly findVersion: (formId: string, version: number) => FormDefinition | undefined
  }
  readonly limits: UploadLimits
  readonly uploads: UploadStore
  readonly procedure: Procedure
  readonly mandates: Mandates
  /** Accounts that are open under one identity: more than one is somebody else's number. */
  readonly accountsWith: (regionCode: number, identity: string) => Promise<number>
  /** A text as a QR code, SVG. */
  readonly qr: (text: string) => string
  /** A copy of grade A, with its watermark on every page. */
  readonly stampCopy: (pdf: Buffer, watermark: string) => Promise<Buffer>
}
