import { useQuery } from '@tanstack/react-query'
import { itemsQuery } from '../../api/queries.ts'

export type Course = { readonly value: string; readonly label: string }

/** Etiquette, and the business of each department that has items. */
export function useCourses(): readonly Course[] {
  const items = useQuery(itemsQuery()).data?.items ?? []
  const departments = new Map(items.map((item) => [item.departmentId, item.departmentName]))
  return [
    { value: 'etiquette', label: '服务礼仪' },
    ...[...departments].map(([value, name]) => ({ value, label: `${name}业务` })),
  ]
}
