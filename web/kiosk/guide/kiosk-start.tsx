import { useMemo, useState } from 'react'
import { itemSearch } from '../../../domain/catalogue/search/search-items.ts'
import { ItemName } from '../../portal/items/item-name.tsx'
import { loadList } from '../../portal/load-items.ts'
import { useAnswer } from '../../portal/use-answer.ts'
import { useChinese } from '../../portal/words/chinese.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useKioskWords } from './words.ts'

/** Find an item and read its guide. */
export function KioskStart() {
  const words = useKioskWords()
  const chinese = useChinese()
  const { reply: list, problem, retry } = useAnswer(loadList)
  const [typed, setTyped] = useState('')
  const search = useMemo(() => list && itemSearch(list.items, list), [list])
  const found = search?.(typed).items ?? []
  return (
    <>
      <h1>{words.question}</h1>
      <input
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={words.search}
        placeholder={words.search}
        autoComplete="off"
        maxLength={60}
      />
      {problem && <ProblemNote problem={problem} onRetry={retry} />}
      {!list && !problem && <Skeleton lines={12} />}
      <p role="status" className="sr-only">
        {list && words.found(found.length)}
      </p>
      <ul className="kiosk-items">
        {found.map((item) => (
          <li key={item.itemId}>
            <a href={`/kiosk/items/${encodeURIComponent(item.itemId)}`}>
              <ItemName item={item} />
              <small {...chinese}>{item.departmentName}</small>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
