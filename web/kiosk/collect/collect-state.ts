import { ALLOWED_ACTIONS } from '../../../domain/application/allowed-actions.ts'
import type { ApplicationStatus } from '../../../domain/application/application.ts'

export type CollectState = 'ready' | 'collected' | 'ended' | 'not-yet'

const COLLECTED: readonly string[] = ['issued', 'delivered', 'archived']
const ENDED: readonly string[] = ['declined', 'withdrawn', 'lapsed', 'terminated']

/** Whether there is something to take away: the window may hand out a result now, by the procedure's own table. */
export function collectStateOf(status: string): CollectState {
  if (COLLECTED.includes(status)) return 'collected'
  if (ENDED.includes(status)) return 'ended'
  const actions: readonly string[] = Object.hasOwn(ALLOWED_ACTIONS, status)
    ? ALLOWED_ACTIONS[status as ApplicationStatus]
    : []
  return actions.includes('IssueResult') ? 'ready' : 'not-yet'
}
