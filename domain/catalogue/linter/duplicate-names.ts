import type { RequiredMaterial } from '../service-guide.ts'
import { error, type GuideRule, materialPart, nameOf, warning } from './guide-rule.ts'
import { repeatedIn } from './repeated-in.ts'

export const DUPLICATE_NAMES: GuideRule = {
  id: 'duplicate-names',
  source: '《行政许可法》第三十一条（不得重复要求提交）',
  check: ({ guide: { materials, conditions, legalBasis, notes } }) => [
    ...materials.flatMap((material, index) =>
      materials
        .slice(0, index)
        .filter((earlier) => sameName(earlier, material))
        .map((earlier) => {
          const part = materialPart(material, 'name')
          const sentence = `${nameOf(material)}与第 ${earlier.number} 项重名`
          return sameConditions(earlier, material)
            ? error(part, `${sentence}，适用情形也相同，请合并或者改名`)
            : warning(part, `${sentence}，适用情形不同；请核对是否应改名区分`)
        }),
    ),
    ...repeatedIn(conditions).map((words) => warning('conditions', `受理条件“${words}”写了两遍`)),
    ...repeatedIn(legalBasis).map((words) => warning('legalBasis', `设立依据“${words}”写了两遍`)),
    ...repeatedIn(notes).map((words) => warning('notes', `注意事项“${words}”写了两遍`)),
  ],
}

function sameName(a: RequiredMaterial, b: RequiredMaterial): boolean {
  return a.name.replaceAll(/\s/g, '') === b.name.replaceAll(/\s/g, '')
}

function sameConditions(a: RequiredMaterial, b: RequiredMaterial): boolean {
  return JSON.stringify(a.when) === JSON.stringify(b.when)
}
