import { happened } from '../../shared/outcome.ts'
import { guideOf, type Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { ApplicationEvent } from '../events.ts'
import type { Situation } from '../facts.ts'
import { raiseCard } from '../supervision/raise-card.ts'
import type { Violation } from '../violations.ts'

/** Fees are the department's own affair (seed notice, part three (2) 3); beyond the guide there is none, Art 58. Amounts in 元. */
export const settleFee: Act<'SettleFee'> = {
  decide: ({ by, at, amount, exempt }, application, situation) => {
    const allowed = guideOf(situation).fee?.amount ?? 0
    const events: ApplicationEvent[] = [{ type: 'FeeSettled', by, at, amount, exempt }]
    const total = application.fee.paid + amount
    if (total > allowed)
      events.push(
        ...raiseCard(
          'beyond-the-guide',
          `收取 ${total} 元，超出办事指南的收费标准 ${allowed} 元`,
          application,
          situation,
        ),
      )
    return happened(...events)
  },
}

/** No certificate before payment or exemption is recorded. */
export function refuseUnpaid(
  application: LodgedApplication,
  situation: Situation,
): Violation | null {
  const amount = guideOf(situation).fee?.amount ?? 0
  return application.fee.exempt || application.fee.paid >= amount
    ? null
    : { code: 'fee-not-settled', amount }
}
