import { error, type GuideRule } from './guide-rule.ts'
import { hasOwnLaw } from './own-law.ts'

const ALONE = 20
const JOINT = 45

/** Twenty working days, forty-five in joint handling, unless the item's own law says otherwise. */
export const STATUTORY_DAYS: GuideRule = {
  id: 'statutory-days',
  source: '《行政许可法》第四十二条',
  check: ({ guide }) => {
    const most = guide.partnerIds.length > 0 ? JOINT : ALONE
    return guide.statutoryDays <= most || hasOwnLaw(guide)
      ? []
      : [
          error(
            'statutoryDays',
            `法定时限 ${guide.statutoryDays} 个工作日超过行政许可法规定的 ${most} 个工作日；另有法律、法规规定的，请在设立依据中写明该法律、法规和条款`,
          ),
        ]
  },
}
