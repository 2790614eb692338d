import { type GuideRule, warning } from './guide-rule.ts'

export const VISITS: GuideRule = {
  id: 'visits',
  source: '国办发〔2018〕45号（最多跑一次）',
  check: ({ guide: { visits } }) =>
    visits <= 1
      ? []
      : [
          warning(
            'visits',
            `申请人须到现场 ${visits} 次，请核对能否减为最多一次，并说明每次的原因`,
          ),
        ],
}
