import type { ServiceGuide } from './service-guide.ts'
import { pathsOf } from './situation-paths.ts'
import type { Situation } from './situation.ts'

/** The first situation of a guide in which the item is applied for: for whoever plays an application without a story of its own. */
export function plainSituation({ questions }: Pick<ServiceGuide, 'questions'>): Situation {
  return pathsOf(questions).find(({ end }) => end === 'application')?.answers ?? {}
}
