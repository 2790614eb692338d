import type { ServiceGuide } from '../../catalogue/service-guide.ts'
import type { Situation as SituationAnswers } from '../../catalogue/situation.ts'
import type { Violation } from '../violations.ts'

const unknown = (why: string): Violation => ({ code: 'unknown-situation', why })

/**
 * The situation guidance (情形引导) was answered to its end, and with nothing else. Who is told that no licence is needed,
 * or that it belongs elsewhere, may still apply at the window: Art 32 answers them in writing.
 */
export function refusalOfSituation(
  { questions }: ServiceGuide,
  answers: SituationAnswers,
  atTheCounter: boolean,
): Violation | null {
  const asked = new Set<string>()
  for (let id = questions[0]?.id ?? null; id !== null && !asked.has(id);) {
    asked.add(id)
    const question = questions.find((one) => one.id === id)
    const option = question?.options.find(({ value }) => value === answers[question.id])
    if (option === undefined)
      return unknown(`请先回答“${question?.text ?? id}”，再按回答准备材料。`)
    if (option.stop !== null && !atTheCounter) return unknown(option.stop)
    id = option.next
  }
  const extra = Object.keys(answers).find((key) => !asked.has(key))
  return extra === undefined ? null : unknown(`“${extra}”不在本情形的问题之内，请重新选择情形。`)
}
