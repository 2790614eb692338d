import type { CardRule } from '../../domain/application/supervision/card.ts'

const CARD_NAME = {
  'due-soon': '即将到期',
  'step-overrun': '环节超期',
  'committed-overrun': '超承诺期限',
  'statutory-overrun': '超法定期限',
  'deemed-acceptance': '视为受理',
  'deemed-renewal': '视为准予延续',
  'issuance-overrun': '送达超期',
  'beyond-the-guide': '超出办事指南',
  'card-unanswered': '黄牌未答复',
  'bad-rating-unanswered': '差评未处理',
} as const satisfies Record<CardRule, string>

export function cardName(rule: CardRule): string {
  return CARD_NAME[rule]
}
