import type { OrganisationId } from '../../shared/ids.ts'
import type { LodgedApplication } from '../application.ts'
import type { CardRaised } from '../events.ts'
import type { Situation } from '../facts.ts'
import { CARD_LEVEL, type CardRule } from './card.ts'

const CENTRE = 'approval-service-centre' as OrganisationId
const BUREAU = 'approval-bureau' as OrganisationId
const SUPERVISION = 'government-service-centre' as OrganisationId

/** Once per application and rule (domain rules §6): none when it was raised before. */
export function raiseCard(
  rule: CardRule,
  fact: string,
  application: LodgedApplication,
  { by, at }: Situation,
): CardRaised[] {
  if (application.cards.some((card) => card.rule === rule)) return []
  const officerName = by.role === 'law' ? null : by.name
  return [
    {
      type: 'CardRaised',
      by,
      at,
      rule,
      level: CARD_LEVEL[rule],
      fact,
      answerableId: answerableFor(rule, application),
      officerName,
    },
  ]
}

/** Who has the application in hand where the rule was broken. */
function answerableFor(rule: CardRule, application: LodgedApplication): OrganisationId {
  if (rule === 'deemed-acceptance') return CENTRE
  if (rule === 'bad-rating-unanswered') return SUPERVISION
  if (rule === 'issuance-overrun' || rule === 'step-overrun') {
    if (application.status === 'lettered') return BUREAU
    if (['sealed', 'refused', 'issued'].includes(application.status)) return CENTRE
  }
  if (application.acceptance === null) return CENTRE
  return application.departmentId
}
