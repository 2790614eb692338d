import { error, type GuideRule } from './guide-rule.ts'

export const COMMITTED_DAYS: GuideRule = {
  id: 'committed-days',
  source: '《行政许可法》第四十二条、《优化营商环境条例》第三十六条',
  check: ({ guide: { committedDays, statutoryDays } }) =>
    committedDays <= statutoryDays
      ? []
      : [
          error(
            'committedDays',
            `承诺时限 ${committedDays} 个工作日超过法定时限 ${statutoryDays} 个工作日，请缩短承诺时限`,
          ),
        ],
}
