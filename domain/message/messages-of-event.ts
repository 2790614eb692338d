import type { ApplicationEventType } from '../application/events.ts'
import type { ContactKind } from '../application/application.ts'
import type { NoticeKind } from '../notice/notice.ts'
import type { MessageKind } from './message-kinds.ts'

/** Each notice that is the applicant's is announced; papers between government bodies are not. */
const OF_NOTICE: Readonly<Partial<Record<NoticeKind, MessageKind>>> = {
  'receipt-slip': 'received',
  'acceptance-notice': 'accepted',
  'deemed-acceptance-notice': 'deemed-accepted',
  'non-acceptance-notice': 'declined',
  'correction-notice': 'correction',
  'procedure-notice': 'procedure',
  'extension-notice': 'extension',
  'grant-decision': 'decision',
  'refusal-decision': 'decision',
  'pickup-notice': 'pickup',
  'delivery-receipt': 'delivered',
}

const OF_EVENT: Readonly<Partial<Record<ApplicationEventType, MessageKind>>> = {
  ApplicantReminded: 'correction-reminder',
  ToleranceReminded: 'tolerance-reminder',
  ToleranceLapsed: 'tolerance-lapsed',
  ToleratedMaterialsRequested: 'tolerance-requested',
  ApplicationLapsed: 'ended',
  ApplicationTerminated: 'ended',
}

/** After which act a person may rate the service: domain rules §7. */
const CONTACT_OF: Readonly<Partial<Record<ApplicationEventType, ContactKind>>> = {
  ApplicationReceived: 'intake',
  CorrectionSupplied: 'correction',
  ResultDelivered: 'delivery',
}

/** What the applicant is told of one event and the notices it made, each once. */
export function messagesOfEvent(
  type: ApplicationEventType,
  notices: readonly NoticeKind[],
): readonly MessageKind[] {
  const kinds = [...notices.map((kind) => OF_NOTICE[kind]), OF_EVENT[type]]
  return [...new Set(kinds.filter((kind) => kind !== undefined))]
}

export function contactOfEvent(type: ApplicationEventType): ContactKind | undefined {
  return CONTACT_OF[type]
}
