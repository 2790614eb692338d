import { happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'

/** A department's opinion (审核): the item's own, and in joint handling each partner's, Art 26 (2). */
export const recordReview: Act<'RecordReview'> = {
  decide: ({ by, at, outcome, opinion }, application) =>
    happened({
      type: 'ReviewOpinionRecorded',
      by,
      at,
      departmentId: by.organisationId ?? application.departmentId,
      outcome,
      opinion,
    }),
}
