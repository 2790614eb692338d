import { error, type GuideRule, warning } from './guide-rule.ts'
import { hasOwnLaw } from './own-law.ts'

/** 即办件 is decided when it is received; only the item's own law may add days for what is not simple. */
export const ON_THE_SPOT: GuideRule = {
  id: 'on-the-spot',
  source: '《行政许可法》第三十四条第二款、第五十六条',
  check: ({ guide }) => {
    const { kind, committedDays, statutoryDays } = guide
    if (kind === 'committed')
      return committedDays === 0
        ? [error('kind', '承诺件的承诺时限是 0；当场作出决定的，请改为即办件，否则写明承诺时限')]
        : []
    if (committedDays === 0) return []
    return hasOwnLaw(guide) && committedDays <= statutoryDays && statutoryDays <= 3
      ? [
          warning(
            'committedDays',
            `即办件应当场作出决定；写明的 ${committedDays} 个工作日只能用于依法不能当场办结的情形，请在注意事项中说明`,
          ),
        ]
      : [
          error(
            'committedDays',
            `即办件应当场作出决定，承诺时限应为 0，现为 ${committedDays} 个工作日`,
          ),
        ]
  },
}
