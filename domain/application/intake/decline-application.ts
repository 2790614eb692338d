import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import { refuseUntrained } from './window-training.ts'

/**
 * Non-acceptance (不予受理): Art 32 (1)(1)–(2), 78. Three lawful grounds. Not having corrected is none of them: what was
 * supplied in full must be accepted, and the law sets no limit for what was not.
 */
export const declineApplication: Act<'DeclineApplication'> = {
  guard: refuseUntrained,
  decide: ({ by, at, ground, text }, application) => {
    if (ground === 'not-corrected') {
      if (application.correctedOn !== null)
        return forbidden({ code: 'must-accept-after-correction' })
      return forbidden({
        code: application.correction === null ? 'correction-not-asked' : 'no-limit-to-correct',
      })
    }
    return happened({ type: 'ApplicationDeclined', by, at, ground, text })
  },
}
