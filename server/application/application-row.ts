import { worstCardOf } from '../../domain/application/worst-card.ts'
import { identityOf } from '../../domain/application/applicant.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { ApplicationFacts } from '../../domain/application/facts.ts'
import { openBadRatingsOf } from '../../domain/application/supervision/ratings.ts'
import { nextFall } from '../../domain/application/law/next-fall.ts'
import { pressingDue } from './pressing-due.ts'
import { searchPairs } from './search-pairs.ts'
import { missingOpinionsOf, stageOf } from './stage.ts'

/** The columns that serve lists and may change with every act, beside the state they are derived from. */
export function applicationRow(application: LodgedApplication, facts: ApplicationFacts) {
  const due = pressingDue(application, facts)
  return {
    status: application.status,
    stage: stageOf(application, facts),
    waits_for: missingOpinionsOf(application),
    due_on: due?.on ?? null,
    due_kind: due?.kind ?? null,
    card: worstCardOf(application),
    next_fall_at: nextFall(application, facts)?.at ?? null,
    follow_up: openBadRatingsOf(application).length > 0,
  }
}

/** Those that stay as receipt wrote them. */
export function birthRow(application: LodgedApplication) {
  return {
    item_id: application.itemId,
    department_id: application.departmentId,
    window_account: application.hands.received[0] ?? null,
    received_on: application.receivedOn,
    applicant_identity: identityOf(application.applicant),
    applicant_name: application.applicant.name,
    pairs: searchPairs(application.applicant.name),
  }
}
