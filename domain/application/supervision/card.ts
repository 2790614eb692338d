import type { LocalDate, OrganisationId } from '../../shared/ids.ts'

export type CardLevel = 'warning' | 'yellow' | 'red'

/** The signals of electronic supervision (电子监察), domain rules §6. */
export const CARD_LEVEL = {
  'due-soon': 'warning',
  'step-overrun': 'yellow',
  'committed-overrun': 'yellow',
  'statutory-overrun': 'red',
  'deemed-acceptance': 'red',
  'deemed-renewal': 'red',
  'issuance-overrun': 'red',
  'beyond-the-guide': 'red',
  'card-unanswered': 'red',
  'bad-rating-unanswered': 'red',
} as const satisfies Record<string, CardLevel>

export type CardRule = keyof typeof CARD_LEVEL

/** Raised once per application and rule, never deleted. */
export type CardRecord = {
  readonly rule: CardRule
  readonly level: CardLevel
  readonly raisedOn: LocalDate
  /** What happened, in one Chinese sentence. */
  readonly fact: string
  /** The body that has to answer. */
  readonly answerableId: OrganisationId
  readonly officerName: string | null
  readonly explanation: {
    readonly text: string
    readonly on: LocalDate
    readonly byName: string
  } | null
  /** The day the last explanation was rejected: the time to answer runs again from here. */
  readonly rejectedOn: LocalDate | null
  readonly closedOn: LocalDate | null
}
