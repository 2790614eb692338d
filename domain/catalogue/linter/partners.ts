import { error, type GuideRule, warning } from './guide-rule.ts'

export const PARTNERS: GuideRule = {
  id: 'partners',
  source: '《行政许可法》第二十六条第二款',
  check: ({ guide: { partnerIds }, item }) => [
    ...(partnerIds.includes(item.departmentId)
      ? [error('partnerIds', '联办部门中有主办部门自己，请删去')]
      : []),
    ...(new Set(partnerIds).size < partnerIds.length
      ? [error('partnerIds', '联办部门重复，请删去重复的')]
      : []),
    ...(partnerIds.toSorted().join() === item.partnerIds.toSorted().join()
      ? []
      : [warning('partnerIds', '联办部门与事项清单不一致，请核对')]),
  ],
}
