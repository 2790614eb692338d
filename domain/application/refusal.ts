import type { LodgedApplication } from './application.ts'
import { ACTS, type LodgedAction } from './acts.ts'
import { isAllowed } from './allowed-actions.ts'
import type { Situation } from './facts.ts'
import { refusalOfPerson } from './permissions.ts'
import type { Violation } from './violations.ts'

const DECIDED = [
  'granted',
  'certified',
  'lettered',
  'sealed',
  'refused',
  'issued',
  'delivered',
  'archived',
]
const NOT_YET_SEALED = ['granted', 'certified', 'lettered']

/**
 * Is this act possible here and now for this person, whatever they fill in? The first refusal of the fixed order:
 * the person (permissions.ts), the procedure (allowed-actions.ts), then the act's own guard.
 */
export function refusalOf(
  action: LodgedAction,
  application: LodgedApplication,
  situation: Situation,
): Violation | null {
  return (
    refusalOfPerson(action, application, situation) ??
    refusalOfProcedure(action, application) ??
    ACTS[action].guard?.(application, situation) ??
    null
  )
}

/** Out of order: a reason of its own where the law has one, else `action-not-allowed`. */
function refusalOfProcedure(
  action: LodgedAction,
  application: LodgedApplication,
): Violation | null {
  const { status } = application
  if (action === 'WithdrawApplication' && DECIDED.includes(status))
    return { code: 'already-decided' }
  if (action === 'RequestCorrection' && application.acceptance?.deemed === true)
    return { code: 'correction-window-closed' }
  if (action === 'IssueResult' && NOT_YET_SEALED.includes(status)) return { code: 'not-sealed' }
  return isAllowed(action, status) ? null : { code: 'action-not-allowed', action, status }
}
