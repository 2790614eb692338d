import { type GuideRule, warning } from './guide-rule.ts'

export const RENEWAL: GuideRule = {
  id: 'renewal',
  source: '《行政许可法》第五十条',
  check: ({ guide: { renewable, validityYears } }) =>
    renewable && validityYears === null
      ? [
          warning(
            'validityYears',
            '可以延续，但没有写明有效期；请写明有效期，申请人须在届满 30 日前提出',
          ),
        ]
      : [],
}
