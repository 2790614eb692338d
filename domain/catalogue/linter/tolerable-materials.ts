import { error, type GuideRule, materialPart, nameOf, warning } from './guide-rule.ts'

const MOST = 20

/** 容缺: only what is not a main material may follow later. */
export const TOLERABLE_MATERIALS: GuideRule = {
  id: 'tolerable-materials',
  source: '容缺受理的地方规定（主要材料齐全、只缺次要材料；业主另有规定的从其规定）',
  check: ({ guide: { materials, committedDays } }) => [
    ...materials.flatMap((material) => {
      const { tolerableDays, isTheForm } = material
      const part = materialPart(material, 'tolerableDays')
      if (tolerableDays === null) return []
      if (isTheForm) return [error(part, `${nameOf(material)}是申请书，属于主要材料，不能容缺`)]
      if (tolerableDays === 0)
        return [error(part, `${nameOf(material)}容缺补交的期限须大于 0 个工作日`)]
      return tolerableDays > Math.min(committedDays, MOST)
        ? [
            warning(
              part,
              `${nameOf(material)}容缺补交期限 ${tolerableDays} 个工作日超过承诺时限或者 ${MOST} 个工作日，办结前可能还没有补齐`,
            ),
          ]
        : []
    }),
    ...(materials.length > 0 && materials.every(({ tolerableDays }) => tolerableDays !== null)
      ? [error('materials', '所有材料都可以容缺，等于没有主要材料；请写明哪些必须当场提交')]
      : []),
  ],
}
