import { error, type GuideRule } from './guide-rule.ts'

const MOST = 10

export const ISSUE_DAYS: GuideRule = {
  id: 'issue-days',
  source: '《行政许可法》第四十四条',
  check: ({ guide: { stepLimits } }) => {
    const sum = stepLimits.certificate + stepLimits.seal
    return sum <= MOST
      ? []
      : [
          error(
            'stepLimits',
            `制证 ${stepLimits.certificate} 个工作日加用印 ${stepLimits.seal} 个工作日是 ${sum} 个工作日，超过作出决定后 ${MOST} 日内颁发的期限，请缩短`,
          ),
        ]
  },
}
