import { followSituation } from '../../catalogue/follow-situation.ts'
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
  const { open, stop, extra } = followSituation(questions, answers)
  if (open !== null) return unknown(`请先回答“${open.text}”，再按回答准备材料。`)
  if (stop !== null && !atTheCounter) return unknown(stop)
  return extra === null ? null : unknown(`“${extra}”不在本情形的问题之内，请重新选择情形。`)
}
