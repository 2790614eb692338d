import { error, type GuideRule } from './guide-rule.ts'

/** Review and decision are what the committed limit consists of. */
export const STEPS_ADD_UP: GuideRule = {
  id: 'steps-add-up',
  source: '《行政许可法》第四十二条、阿府办函〔2019〕88号（环节时限）',
  check: ({ guide: { stepLimits, committedDays } }) => {
    const sum = stepLimits.review + stepLimits.decision
    return sum === committedDays
      ? []
      : [
          error(
            'stepLimits',
            `审查 ${stepLimits.review} 个工作日加决定 ${stepLimits.decision} 个工作日是 ${sum} 个工作日，与承诺时限 ${committedDays} 个工作日不符，请调整各环节时限`,
          ),
        ]
  },
}
