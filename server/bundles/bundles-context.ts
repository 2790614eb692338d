import type { Applicant } from '../../domain/application/applicant.ts'
import type { DraftApplicant } from '../../domain/drafts/draft-content.ts'
import type { LodgedApplication, MaterialState } from '../../domain/application/application.ts'
import type { AwaitedResult } from '../../domain/bundle/awaited-result.ts'
import type { Bundle } from '../../domain/catalogue/bundle.ts'
import type { Situation } from '../../domain/catalogue/situation.ts'
import type { FilledForm, FormDefinition } from '../../domain/form/form-definition.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HttpContext } from '../http/http-context.ts'
import type { AnyViolation } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { BundleDraftSources } from './drafts/bundle-draft-routes.ts'

export type PartReceipt = {
  readonly itemId: string
  readonly applicationId: string
  readonly commandId: string
  readonly applicant: Applicant
  readonly channel: 'window' | 'portal'
  readonly mandateId: string | null
  readonly situation: Situation
  readonly materials: Readonly<Record<number, MaterialState>>
  readonly form: FilledForm | null
  readonly bundle: { readonly bundleId: string; readonly bundleCaseId: string }
}

export type ReceivedPart = {
  readonly number: string
  readonly queryCode: string
  readonly notice: { readonly noticeId: string; readonly title: string } | null
}

export type Child = {
  readonly applicationId: string
  readonly number: string
  readonly version: number
  readonly application: LodgedApplication
  /** Files that are not simply shown. */
  readonly handling: ReadonlyMap<string, 'show' | 'save-only' | 'waiting' | 'infected'>
}

/** What bundles need of applications; compose-bundles.ts puts it together. */
export type BundlesContext = {
  readonly http: HttpContext
  readonly reference: ReferenceData
  readonly bundles: readonly Bundle[]
  readonly findForm: (formId: string) => FormDefinition | undefined
  /** Who applies: a citizen as the account or the mandate names them, and never under an identity that others share. */
  readonly applicantOf: (
    session: Session,
    typed: DraftApplicant,
    mandateId: string | null,
  ) => Promise<Applicant | { readonly violation: AnyViolation }>
  readonly applicantOfDraft: BundleDraftSources['applicantOf']
  /** What the rules would say, with nothing written; null: received. */
  readonly judge: (
    session: Session,
    origin: string,
    part: PartReceipt,
  ) => Promise<AnyViolation | null>
  readonly receive: (
    session: Session,
    origin: string,
    part: PartReceipt,
  ) => Promise<ReceivedPart | { readonly violation: AnyViolation }>
  /** What a part waits for and does not have. */
  readonly awaited: (
    regionCode: number,
    application: LodgedApplication,
  ) => Promise<readonly AwaitedResult[]>
  /** How a title is spelt: `kai ban shi pin dian`. */
  readonly pinyin: (title: string) => string
  readonly loadChildren: (
    regionCode: number,
    applicationIds: readonly string[],
  ) => Promise<readonly Child[]>
  readonly mayRead: (session: Session, application: LodgedApplication) => Promise<boolean>
}
