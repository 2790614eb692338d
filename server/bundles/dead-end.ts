import type { z } from 'zod'
import type { BundleCaseView } from '../../contract/bundles.ts'
import { identityOf } from '../../domain/application/applicant.ts'
import { isAllowed } from '../../domain/application/allowed-actions.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { explainViolation } from '../../domain/application/violation-texts.ts'
import type { AwaitedResult } from '../../domain/bundle/awaited-result.ts'
import { refusalToGoOnAlone } from '../../domain/bundle/go-on-alone.ts'
import type { Actor } from '../../domain/shared/actor.ts'

type DeadEnd = z.input<typeof BundleCaseView>['applications'][number]['deadEnd']

/** What a part waited for has ended without a grant: what may become of it, and who may say so. Null: nothing to say. */
export function deadEndOf(
  application: LodgedApplication,
  awaited: readonly AwaitedResult[],
  actor: Actor,
): DeadEnd {
  const ended = awaited.filter(({ endedAs }) => endedAs !== null)
  if (ended.length === 0 || !isAllowed('WithdrawApplication', application.status)) return null
  const refusal = refusalToGoOnAlone(awaited)
  return {
    ended: ended.map(({ name, endedAs }) => ({ itemName: name, endedAs: endedAs ?? '' })),
    bound: refusal === null ? null : explainViolation(refusal).sentence,
    choices: maySay(application, actor)
      ? refusal === null
        ? ['withdraw', 'go-on-alone']
        : ['withdraw']
      : [],
  }
}

/** The applicant, who acts for them, and the window on their word; the command itself asks once more. */
function maySay({ applicant, onBehalf }: LodgedApplication, { role, identity }: Actor): boolean {
  if (role === 'window-clerk') return true
  return (
    role === 'applicant' && (identity === identityOf(applicant) || identity === onBehalf?.identity)
  )
}
