import { canHold, cyclicQuestions } from '../situation-reach.ts'
import type { SituationQuestion } from '../situation.ts'
import type { RequiredMaterial } from '../service-guide.ts'
import { error, type Found, type GuideRule, materialPart, nameOf } from './guide-rule.ts'

/** No material that no answers lead to. */
export const MATERIAL_SITUATION: GuideRule = {
  id: 'material-situation',
  source: '国务院令第716号第六条（办事指南完整准确）',
  check: ({ guide: { questions, materials } }) => {
    const hasEnd = cyclicQuestions(questions).length === 0
    return materials.flatMap((material) => {
      const unknown = unknownIn(material, questions)
      if (unknown.length > 0 || !hasEnd || canHold(questions, material.when)) return unknown
      return [
        error(
          materialPart(material, 'when'),
          `${nameOf(material)}的适用情形不可能成立，谁都不会被要求提交；请改正条件或者删去材料`,
        ),
      ]
    })
  },
}

function unknownIn(
  material: RequiredMaterial,
  questions: readonly SituationQuestion[],
): readonly Found[] {
  return material.when.flatMap(({ question, oneOf }) => {
    const part = materialPart(material, 'when')
    const asked = questions.find(({ id }) => id === question)
    if (asked === undefined)
      return [error(part, `${nameOf(material)}的适用情形依据问题 ${question}，但没有这个问题`)]
    const missing = oneOf.filter((one) => !asked.options.some(({ value }) => value === one))
    return missing.map((value) =>
      error(
        part,
        `${nameOf(material)}的适用情形依据“${asked.text}”的选项 ${value}，但没有这个选项`,
      ),
    )
  })
}
