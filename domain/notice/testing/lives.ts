import type { ApplicationEvent } from '../../application/events.ts'
import type { NoticeContext } from '../notice-context.ts'
import {
  accepted,
  certificateMade,
  CLERK,
  contextOf,
  date,
  DECIDER,
  granted,
  HEAD,
  nine,
  organisation,
  receipt,
  refused,
  REVIEWER,
  reviewed,
  THE_LAW,
} from './paper.ts'

/** A history whose last event makes a paper. */
export type Life = {
  readonly name: string
  readonly history: readonly ApplicationEvent[]
  readonly context: NoticeContext
}

export const HASH = 'ab'.repeat(32)

export const declined = (
  ground: Extract<ApplicationEvent, { type: 'ApplicationDeclined' }>['ground'],
  text: string,
): ApplicationEvent => ({
  type: 'ApplicationDeclined',
  by: CLERK,
  at: nine('2026-03-03'),
  ground,
  text,
})
export const correctionRequested = (
  day: string,
  materials: readonly number[],
): ApplicationEvent => ({
  type: 'CorrectionRequested',
  by: CLERK,
  at: nine(day),
  materials,
  text: '缺少营业场所证明',
})
export const deemedAccepted = (day: string, on: string): ApplicationEvent => ({
  type: 'ApplicationDeemedAccepted',
  by: THE_LAW,
  at: nine(day),
  on: date(on),
  recordedOn: date(day),
})
export const paused = (
  kind: Extract<ApplicationEvent, { type: 'ClockPaused' }>['kind'],
): ApplicationEvent => ({
  type: 'ClockPaused',
  by: REVIEWER,
  at: nine('2026-03-05'),
  kind,
  estimatedDays: 20,
})
export const extended = (days: number): ApplicationEvent => ({
  type: 'DeadlineExtended',
  by: HEAD,
  at: nine('2026-03-25'),
  days,
  reason: '因案情复杂，需要进一步核实。',
})
export const letterSent: ApplicationEvent = {
  type: 'SealingLetterSent',
  by: HEAD,
  at: nine('2026-03-06'),
  certificateHash: HASH,
  statements: ['procedure-lawful', 'content-lawful', 'approval-complete', 'licence-granted'],
}
export const sealed: ApplicationEvent = {
  type: 'SealApplied',
  by: HEAD,
  at: nine('2026-03-09'),
  route: 'bureau',
  certificateHash: HASH,
}
export const pickupReady: ApplicationEvent = {
  type: 'ReadyForPickup',
  by: CLERK,
  at: nine('2026-03-09'),
}
export const issued = (way: 'pickup' | 'courier'): ApplicationEvent => ({
  type: 'ResultIssued',
  by: CLERK,
  at: nine('2026-03-10'),
  way,
  tracking: way === 'courier' ? 'EMS1234567890' : null,
})
export const revoked: ApplicationEvent = {
  type: 'CertificateRevoked',
  by: DECIDER,
  at: nine('2026-06-10'),
  kind: 'penalty',
  reason: '擅自变更许可内容，情节严重',
  copyTo: ['bureau'],
}

/** Item 42 belongs to 州文体旅游局. */
export const CONTEXT = contextOf(42)
export const JOINT_CONTEXT = contextOf(42, {
  item: { partnerIds: [organisation('market-regulation'), organisation('agriculture')] },
  guide: { statutoryDays: 45 },
})

const RECEIVED = receipt(CONTEXT)
export const ACCEPTED: readonly ApplicationEvent[] = [RECEIVED, accepted('2026-03-03')]
export const REVIEWED: readonly ApplicationEvent[] = [
  ...ACCEPTED,
  reviewed('2026-03-04', 'culture-tourism'),
]
export const CERTIFIED: readonly ApplicationEvent[] = [
  ...REVIEWED,
  granted('2026-03-05'),
  certificateMade('2026-03-06'),
]
export const SEALED: readonly ApplicationEvent[] = [...CERTIFIED, letterSent, sealed]

export const RENEWAL: readonly ApplicationEvent[] = [
  receipt(CONTEXT, {
    renewal: {
      certificateOf: 'earlier' as NonNullable<typeof RECEIVED.renewal>['certificateOf'],
      expiresOn: date('2026-04-10'),
      protected: true,
    },
  }),
  accepted('2026-03-03'),
]
export const deemedRenewed: ApplicationEvent = {
  type: 'LicenceDeemedRenewed',
  by: THE_LAW,
  at: nine('2026-04-11'),
  on: date('2026-04-10'),
}

const life = (name: string, history: readonly ApplicationEvent[]): Life => ({
  name,
  history,
  context: CONTEXT,
})

/** One life for each event that makes a paper, in the order of the procedure. */
export const COMPLETE_LIFE: readonly Life[] = [
  life('received', [RECEIVED]),
  life('accepted', ACCEPTED),
  life('deemed accepted', [RECEIVED, deemedAccepted('2026-03-10', '2026-03-02')]),
  life('declined', [RECEIVED, declined('out-of-jurisdiction', '该活动由县级文化主管部门审批')]),
  life('asked to correct', [RECEIVED, correctionRequested('2026-03-03', [2])]),
  life('paused', [...ACCEPTED, paused('hearing')]),
  life('extended', [...ACCEPTED, extended(10)]),
  life('granted', [...REVIEWED, granted('2026-03-05')]),
  life('deemed renewed', [...RENEWAL, deemedRenewed]),
  life('refused', [...REVIEWED, refused('2026-03-05')]),
  life('lettered', [...CERTIFIED, letterSent]),
  life('ready for pickup', [...SEALED, pickupReady]),
  life('issued', [...SEALED, issued('pickup')]),
  life('revoked', [...SEALED, issued('pickup'), revoked]),
]
