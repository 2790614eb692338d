import { error, type GuideRule } from './guide-rule.ts'
import { hasOwnLaw } from './own-law.ts'

/** No statute limits the applicant's time to correct, unless the item's own does. */
export const CORRECTION_LIMIT: GuideRule = {
  id: 'correction-limit',
  source: '《行政许可法》第三十二条（未规定申请人补正的期限）',
  check: ({ guide }) =>
    guide.correctionLimitDays === null || hasOwnLaw(guide)
      ? []
      : [
          error(
            'correctionLimitDays',
            `补正期限 ${guide.correctionLimitDays} 日没有依据；本事项的法律、法规有规定的，请在设立依据中写明，否则不设期限`,
          ),
        ],
}
