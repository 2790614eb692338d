import type { GuideView } from '../../../contract/catalogue.ts'
import type { GuideWords } from './words.ts'

export type FlowStep = {
  readonly name: string
  readonly who: string
  /** The name of a body stands in Chinese. */
  readonly isBody: boolean
  readonly limit: string
}
export type FlowStage = { readonly limit: string; readonly steps: readonly FlowStep[] }

/** The way of an application in three stages, each under its own limit of the law (art. 32, 42, 44). */
export function flowStagesOf(guide: GuideView, words: GuideWords): readonly FlowStage[] {
  const { item, stepLimits } = guide
  // A devolved item goes its whole way where it is handled.
  const elsewhere = item.status === 'devolved' ? (item.handledBy ?? words.devolvedWhere) : null
  const department = elsewhere ?? item.departmentName
  const counter = elsewhere ?? words.counter
  const sealers = { bureau: words.sealerBureau, department, provincial: words.sealerProvincial }
  const days = (limit: number) => (limit === 0 ? words.onTheSpot : words.days(limit))
  const step = (name: string, who: string, limit: string): FlowStep => ({
    name,
    who,
    isBody: who === department,
    limit,
  })
  return [
    { limit: words.limitLegal(5), steps: [step(words.stageAccept, counter, words.atOnce)] },
    {
      limit: words.limitPromised(guide.committedDays, guide.statutoryDays),
      steps: [
        step(words.stageReview, department, days(stepLimits.review)),
        step(words.stageDecide, department, days(stepLimits.decision)),
      ],
    },
    {
      limit: words.limitLegal(10),
      steps: [
        step(words.stageCertificate, department, days(stepLimits.certificate)),
        step(words.stageSeal, elsewhere ?? sealers[item.sealRoute], days(stepLimits.seal)),
        step(words.stageIssue, counter, ''),
      ],
    },
  ]
}
