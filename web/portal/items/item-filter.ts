import type { ItemRow } from '../../../contract/catalogue.ts'
import { ITEM_STATUSES, type ItemStatus } from '../../../domain/catalogue/service-item.ts'

export type ItemFilter = {
  readonly typed: string
  readonly department: string
  readonly audience: '' | 'person' | 'enterprise'
  readonly topic: string
  readonly event: string
  readonly mark: '' | ItemStatus | '×'
}

export const NO_FILTER: ItemFilter = {
  typed: '',
  department: '',
  audience: '',
  topic: '',
  event: '',
  mark: '',
}

export function passes(item: ItemRow, filter: ItemFilter): boolean {
  const { department, audience, topic, event, mark } = filter
  return (
    (department === '' || item.departmentId === department) &&
    (audience === '' || item.audience.includes(audience)) &&
    (topic === '' || item.topics.includes(topic)) &&
    (event === '' || item.lifeEvents.includes(event)) &&
    (mark === '' || (mark === '×' ? item.levelMark === '×' : item.status === mark))
  )
}

/** The filter stands in the address, so that it can be sent on, kept and gone back to. */
export function filterOf(address: string): ItemFilter {
  const search = new URLSearchParams(address)
  const audience = search.get('audience')
  const mark = search.get('mark')
  return {
    typed: (search.get('q') ?? '').slice(0, 60),
    department: search.get('department') ?? '',
    audience: audience === 'person' || audience === 'enterprise' ? audience : '',
    topic: search.get('topic') ?? '',
    event: search.get('event') ?? '',
    mark: mark === '×' ? mark : (ITEM_STATUSES.find((status) => status === mark) ?? ''),
  }
}

export function addressOfFilter({ typed, ...chosen }: ItemFilter): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ q: typed, ...chosen }))
    if (value !== '') search.set(name, value)
  return search.size > 0 ? `/items?${search}` : '/items'
}
