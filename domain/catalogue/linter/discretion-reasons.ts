import { error, type GuideRule, warning } from './guide-rule.ts'

const LEAST = 4

/** Each outcome is told with its circumstance and on what it rests. */
export const DISCRETION_REASONS: GuideRule = {
  id: 'discretion-reasons',
  source: '国办发〔2022〕27号（行政裁量权基准）',
  check: ({ guide: { discretion } }) =>
    discretion.flatMap(({ circumstance, standard, basis }, index) => {
      const part = `discretion.${index + 1}`
      return [
        ...(circumstance.trim().length < LEAST || standard.trim().length < LEAST
          ? [error(part, `第 ${index + 1} 条裁量基准没有说清楚什么情形、如何处理，请各写成一句话`)]
          : []),
        ...(basis.trim() === '' ? [warning(part, `第 ${index + 1} 条裁量基准没有写明依据`)] : []),
      ]
    }),
}
