import type { LodgedApplication } from '../application/application.ts'

/**
 * One result in one box of a locker (取件柜), from the day a clerk puts it in until it has left. Procedure of the hall and
 * not of the law: the result is issued before, and delivered only when it was collected. 待业主确认.
 */
export const BOX_STATES = [
  'reserved',
  'stored',
  'opening',
  'opened',
  'stuck',
  'collected',
  'taken-back',
] as const
export type BoxState = (typeof BOX_STATES)[number]

export const BOX_STATE_NAME: Readonly<Record<BoxState, string>> = {
  reserved: '正在放入',
  stored: '待领取',
  opening: '正在开门',
  opened: '已开门，未确认取走',
  stuck: '柜门没有打开',
  collected: '已领取',
  'taken-back': '已取回窗口',
}

/** What a clerk does at the locker, and what a kiosk tells of it. */
export const CLERK_ACTS = ['stored', 'still-there', 'found-empty', 'taken-back'] as const
export type ClerkAct = (typeof CLERK_ACTS)[number]
export const KIOSK_NEWS = ['opened', 'stuck', 'taken'] as const
export type KioskNews = (typeof KIOSK_NEWS)[number]
export type BoxAct = ClerkAct | KioskNews | 'asked'

type Step = { readonly from: readonly BoxState[]; readonly to: BoxState }

const STEPS: Readonly<Record<BoxAct, Step>> = {
  stored: { from: ['reserved'], to: 'stored' },
  // Whoever has number, code and identity may try again: a kiosk that went dark keeps nobody's result.
  asked: { from: ['stored', 'opening', 'opened', 'stuck'], to: 'opening' },
  opened: { from: ['opening'], to: 'opened' },
  stuck: { from: ['opening'], to: 'stuck' },
  taken: { from: ['opened'], to: 'collected' },
  'still-there': { from: ['opening', 'opened', 'stuck'], to: 'stored' },
  // Only where the door is known to have opened for somebody who signed.
  'found-empty': { from: ['opened'], to: 'collected' },
  'taken-back': { from: ['reserved', 'stored', 'opening', 'opened', 'stuck'], to: 'taken-back' },
}

/** Where the act leads; null: not from here. */
export function boxStateAfter(state: BoxState, act: BoxAct): BoxState | null {
  const { from, to } = STEPS[act]
  return from.includes(state) ? to : null
}

export function isBoxInUse(state: BoxState): boolean {
  return state !== 'collected' && state !== 'taken-back'
}

/** A clerk has to look: the door did not open, or opened and nobody said that the box is empty. */
export function needsLook(state: BoxState): boolean {
  return state === 'stuck' || state === 'opened' || state === 'opening'
}

/** Why this result may not lie in a locker; null: it may. */
export function refusalOfLocker({
  status,
  issuance,
  applicant,
  onBehalf,
}: LodgedApplication): 'not-issued' | 'not-for-collection' | 'not-in-person' | null {
  if (status !== 'issued') return 'not-issued'
  if (issuance.by !== 'pickup') return 'not-for-collection'
  // A representative shows a mandate, an organisation's an authorisation: to a person, at the window.
  return applicant.kind === 'person' && applicant.identityType === 'id-card' && !onBehalf
    ? null
    : 'not-in-person'
}
