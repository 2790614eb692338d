import { decisionDue } from '../../deadline/clocks.ts'
import { happened } from '../../shared/outcome.ts'
import { guideOf, type Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { Situation } from '../facts.ts'
import type { Violation } from '../violations.ts'

/** Working days of the one extension where the item's own law sets none: Art 42 (1) 10, joint handling Art 42 (2) 15. */
const EXTENSION_DAYS = 10
const JOINT_EXTENSION_DAYS = 15

/** Extension (延期): once, on or before the due date, by the department's head; joint: by the government's head. */
export const extendDeadline: Act<'ExtendDeadline'> = {
  guard: (application, situation) =>
    refuseApprover(application, situation) ?? refuseMoment(application, situation),
  decide: ({ by, at, reason }, application, situation) =>
    happened({
      type: 'DeadlineExtended',
      by,
      at,
      days:
        guideOf(situation).extensionDays ??
        (isJoint(application) ? JOINT_EXTENSION_DAYS : EXTENSION_DAYS),
      reason,
    }),
}

function refuseApprover(application: LodgedApplication, { by }: Situation): Violation | null {
  if (isJoint(application))
    return by.role === 'government-head' ? null : { code: 'needs-government-approval' }
  return by.role === 'department-head' ? null : { code: 'not-department-head' }
}

function refuseMoment(application: LodgedApplication, situation: Situation): Violation | null {
  const due = decisionDue(application, guideOf(situation), situation.facts.calendar)
  if (due.state === 'running' && situation.today > due.on) return { code: 'extension-too-late' }
  return application.extension === null ? null : { code: 'already-extended' }
}

export function isJoint(application: LodgedApplication): boolean {
  return application.partnerIds.length > 0
}
