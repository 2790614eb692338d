import type { AccountId, Instant, LocalDate, OrganisationId, ServiceItemId } from '../shared/ids.ts'
import { addWorkingDays, type WorkingCalendar } from '../deadline/working-calendar.ts'

export const ENQUIRY_KINDS = ['consultation', 'complaint'] as const
export type EnquiryKind = (typeof ENQUIRY_KINDS)[number]

export const ENQUIRY_KIND_NAME = {
  consultation: '咨询',
  complaint: '投诉',
} as const satisfies Record<EnquiryKind, string>

export type EnquiryState = 'open' | 'answered' | 'withdrawn'
export const ENQUIRY_STATE_NAME = {
  open: '待答复',
  answered: '已答复',
  withdrawn: '已撤回',
} as const satisfies Record<EnquiryState, string>

/**
 * Working days to the answer, counted from the day after asking. Local policy, 待业主确认: no law sets one for a question;
 * a complaint follows the days of a bad rating on a simple matter (domain rules §7).
 */
export const ANSWER_DAYS: Readonly<Record<EnquiryKind, number>> = { consultation: 3, complaint: 5 }

/** The last day on which the answer is in time. */
export function answerDueOn(
  kind: EnquiryKind,
  askedOn: LocalDate,
  calendar: WorkingCalendar,
): LocalDate {
  return addWorkingDays(askedOn, ANSWER_DAYS[kind], calendar)
}

export type Enquiry = {
  readonly kind: EnquiryKind
  readonly state: EnquiryState
  /** Null: the window's, or the supervisors'. */
  readonly departmentId: OrganisationId | null
  readonly itemId: ServiceItemId | null
  readonly accountId: AccountId | null
  readonly askedAt: Instant
  readonly dueOn: LocalDate
}
