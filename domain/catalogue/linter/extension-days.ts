import { error, type GuideRule } from './guide-rule.ts'
import { hasOwnLaw } from './own-law.ts'

export const EXTENSION_DAYS: GuideRule = {
  id: 'extension-days',
  source: '《行政许可法》第四十二条',
  check: ({ guide }) => {
    const most = guide.partnerIds.length > 0 ? 15 : 10
    const { extensionDays } = guide
    return extensionDays === null || extensionDays <= most || hasOwnLaw(guide)
      ? []
      : [
          error(
            'extensionDays',
            `延长 ${extensionDays} 个工作日超过行政许可法规定的 ${most} 个工作日；另有法律、法规规定的，请在设立依据中写明`,
          ),
        ]
  },
}
