import type { LodgedApplication } from '../../domain/application/application.ts'
import type { ApplicationFacts } from '../../domain/application/facts.ts'
import { openPauseOf } from '../../domain/application/review/special-procedure.ts'
import { sealRoute } from '../../domain/sealing/seal-route.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'

export type Stage =
  | 'to-accept'
  | 'awaiting-correction'
  | 'in-procedure'
  | 'to-review'
  | 'to-decide'
  | 'to-certify'
  | 'provincial-result'
  | 'returned'
  | 'to-letter'
  | 'department-seal'
  | 'to-seal'
  | 'to-issue'
  | 'to-deliver'
  | 'to-archive'
  | 'closed'

/** The worklist an application stands in: one at a time, derived from state and saved beside it. */
export function stageOf(application: LodgedApplication, facts: ApplicationFacts): Stage {
  const route = sealRoute(facts.item, localDateOf(application.movedAt), facts.confirmedSealMode)
  switch (application.status) {
    case 'received':
      return 'to-accept'
    case 'awaiting-correction':
      return 'awaiting-correction'
    case 'accepted':
    case 'in-review':
      if (openPauseOf(application) !== null) return 'in-procedure'
      return missingOpinionsOf(application).length > 0 ? 'to-review' : 'to-decide'
    case 'granted':
      return route === 'provincial' ? 'provincial-result' : 'to-certify'
    case 'certified':
      if (route !== 'bureau')
        return route === 'department' ? 'department-seal' : 'provincial-result'
      return application.letter?.returned ? 'returned' : 'to-letter'
    case 'lettered':
      if (route === 'bureau') return 'to-seal'
      return route === 'department' ? 'department-seal' : 'provincial-result'
    case 'sealed':
    case 'refused':
      return 'to-issue'
    case 'issued':
      return 'to-deliver'
    case 'delivered':
      return 'to-archive'
    case 'archived':
    case 'declined':
    case 'withdrawn':
    case 'lapsed':
    case 'terminated':
      return 'closed'
  }
}

/** Departments whose opinion is still to come; the item's own first. */
export function missingOpinionsOf({
  departmentId,
  partnerIds,
  opinions,
}: LodgedApplication): readonly string[] {
  return [departmentId, ...partnerIds].filter(
    (id) => !opinions.some((opinion) => opinion.departmentId === id),
  )
}
