import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { itemSearch } from '../../../domain/catalogue/search/search-items.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { loadList, type ItemsReply } from '../load-items.ts'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { addressOfFilter, filterOf, NO_FILTER, passes, type ItemFilter } from './item-filter.ts'
import { ItemFilters } from './item-filters.tsx'
import { ItemList } from './item-list.tsx'
import { useItemsWords } from './words.ts'
import './items.css'

/** The whole catalogue: by words, department, audience, topic, event of life and mark. */
export function ItemsPage() {
  const words = useItemsWords()
  const { reply: list, problem, retry } = useAnswer(loadList)
  return (
    <PublicShell title={words.title}>
      <div className="wrap items-page">
        <h1>{words.title}</h1>
        {problem && <ProblemNote problem={problem} onRetry={retry} />}
        {!list && !problem && <Skeleton lines={10} />}
        {list && <Found list={list} />}
      </div>
    </PublicShell>
  )
}

function Found({ list }: { list: ItemsReply }) {
  const words = useItemsWords()
  const [filter, setFilter] = useState(() => filterOf(window.location.search))
  const asked = useDeferredValue(filter)
  const search = useMemo(() => itemSearch(list.items, list), [list])
  const { items, nearly } = search(asked.typed)
  const found = items.filter((item) => passes(item, asked))
  useEffect(() => {
    const onBack = () => setFilter(filterOf(window.location.search))
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])
  const change = (next: ItemFilter) => {
    // Typing rewrites the address; a choice is a step to go back from.
    const isTyping = next.typed !== filter.typed
    setFilter(next)
    window.history[isTyping ? 'replaceState' : 'pushState'](null, '', addressOfFilter(next))
  }
  return (
    <>
      <ItemFilters list={list} filter={filter} onChange={change} />
      <p className="soft count" role="status">
        {nearly && found.length > 0 && `${words.nearly} · `}
        {words.count(found.length)}
        {asked.mark === '×' && ` · ${words.crossMeaning}`}
      </p>
      {found.length > 0 ? (
        <ItemList items={found} />
      ) : (
        <EmptyNote title={words.none}>
          {words.noneAdvice}{' '}
          <button type="button" className="btn" onClick={() => change(NO_FILTER)}>
            {words.clear}
          </button>
        </EmptyNote>
      )}
    </>
  )
}
