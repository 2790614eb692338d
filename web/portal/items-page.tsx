import { useDeferredValue, useState } from 'react'
import type { ItemRow } from '../../contract/catalogue.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ItemFilters, type ItemFilter } from './item-filters.tsx'
import { ItemList } from './item-list.tsx'
import { searchItems } from './item-search.ts'
import { CROSS_MARK_MEANING } from './item-words.ts'
import { loadItems } from './load-items.ts'
import { PublicShell } from './public-shell.tsx'
import { useAnswer } from './use-answer.ts'
import './items.css'

/** The whole catalogue, by words, department and mark. The filter stands in the address, so that it can be sent on. */
export function ItemsPage() {
  const { reply: items, problem, retry } = useAnswer(loadItems)
  const [filter, setFilter] = useState(filterInAddress)
  const asked = useDeferredValue(filter)
  const found = items ? searchItems(items, asked.typed).filter((item) => passes(item, asked)) : []
  const change = (next: ItemFilter) => {
    setFilter(next)
    window.history.replaceState(null, '', addressOfFilter(next))
  }
  return (
    <PublicShell title="事项清单">
      <div className="wrap items-page">
        <h1>事项清单</h1>
        {problem && <ProblemNote problem={problem} onRetry={retry} />}
        {!items && !problem && <Skeleton lines={10} />}
        {items && (
          <>
            <ItemFilters items={items} filter={filter} onChange={change} />
            <p className="soft count" aria-live="polite">
              共 {found.length} 项{asked.mark === '×' && `。${CROSS_MARK_MEANING}`}
            </p>
            {found.length > 0 ? (
              <ItemList items={found} />
            ) : (
              <EmptyNote title="没有符合条件的事项">
                去掉一个条件，或者换一个说法、拼音首字母再试。
              </EmptyNote>
            )}
          </>
        )}
      </div>
    </PublicShell>
  )
}

function passes(item: ItemRow, { department, mark }: ItemFilter): boolean {
  if (department !== '' && item.departmentId !== department) return false
  if (mark === '') return true
  return mark === '×' ? item.levelMark === '×' : item.status === mark
}

function filterInAddress(): ItemFilter {
  const search = new URLSearchParams(window.location.search)
  const mark = search.get('mark')
  return {
    typed: search.get('q') ?? '',
    department: search.get('department') ?? '',
    mark: mark === 'devolved' || mark === 'suspended' || mark === '×' ? mark : '',
  }
}

function addressOfFilter({ typed, department, mark }: ItemFilter): string {
  const search = new URLSearchParams()
  if (typed !== '') search.set('q', typed)
  if (department !== '') search.set('department', department)
  if (mark !== '') search.set('mark', mark)
  return search.size > 0 ? `/items?${search}` : '/items'
}
