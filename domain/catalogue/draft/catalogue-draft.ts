import type {
  AccountId,
  Instant,
  LocalDate,
  OrganisationId,
  ServiceItemId,
} from '../../shared/ids.ts'
import type { ServiceGuide } from '../service-guide.ts'
import type { ServiceItem } from '../service-item.ts'

/** `submitted` waits for the confirmations that are missing; `returned` is edited again. */
export const DRAFT_STATES = ['editing', 'submitted', 'returned', 'published', 'discarded'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** What an editor writes of a guide. */
export type GuideText = Omit<ServiceGuide, 'itemId' | 'version' | 'effectiveOn' | 'confirmation'>

/** What an editor writes of an item; its id, number in the annex and printed mark are nobody's to change. */
export type ItemText = Omit<ServiceItem, 'itemId' | 'annexNumber' | 'listNumber' | 'levelMark'>

export type DraftContent =
  | { readonly kind: 'guide'; readonly guide: GuideText }
  | { readonly kind: 'item'; readonly item: ItemText }

/** The document a change of the list rests on: name, number, day of issue. */
export type LegalDocument = {
  readonly name: string
  readonly number: string
  readonly issuedOn: LocalDate
}

/** Who confirms: the department that handles the item, and the Approval Bureau. */
export type ConfirmingSide = 'department' | 'bureau'
export const CONFIRMING_SIDES: readonly ConfirmingSide[] = ['department', 'bureau']

/** A person as far as separation of duties asks: one account, and the name within its organisation. */
export type DraftPerson = {
  readonly accountId: AccountId
  readonly name: string
  readonly organisationId: OrganisationId | null
}

export type DraftConfirmation = DraftPerson & {
  readonly side: ConfirmingSide
  readonly at: Instant
}

/** A guide or an item being written. Its version moves with every change of it. */
export type CatalogueDraft = {
  readonly draftId: string
  readonly itemId: ServiceItemId
  /** The department that handles the item today: its editor writes, its decider or head confirms. */
  readonly departmentId: OrganisationId
  readonly content: DraftContent
  readonly state: DraftState
  readonly version: number
  /** Version in force when it was begun; null: none was. */
  readonly basedOn: number | null
  readonly document: LegalDocument | null
  readonly reason: string
  /** Everybody who wrote in it: they confirm nothing. */
  readonly editors: readonly DraftPerson[]
  readonly confirmations: readonly DraftConfirmation[]
  readonly returnedBecause: string | null
  readonly published: { readonly version: number; readonly effectiveOn: LocalDate } | null
  readonly changedAt: Instant
  readonly changedBy: string
}
