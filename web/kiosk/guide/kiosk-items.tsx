import { useMemo, useState } from 'react'
import { itemSearch } from '../../../domain/catalogue/search/search-items.ts'
import { ItemName } from '../../portal/items/item-name.tsx'
import { loadList } from '../../portal/load-items.ts'
import { useAnswer } from '../../portal/use-answer.ts'
import { useChinese } from '../../portal/words/chinese.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { KeyField } from '../parts/key-field.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { useGuideWords } from './words.ts'

/** Find an item by the initials of its name, on keys of the screen's own; each leads where the page that asks says. */
export function KioskItems(props: { title?: string; lead?: string; to?: string }) {
  const words = useGuideWords()
  const chinese = useChinese()
  const { reply: list, problem, retry } = useAnswer(loadList)
  const [typed, setTyped] = useState('')
  const search = useMemo(() => list && itemSearch(list.items, list), [list])
  const found = search?.(typed).items ?? []
  const to = props.to ?? '/kiosk/items'
  return (
    <KioskPage title={props.title ?? words.question} {...(props.lead ? { lead: props.lead } : {})}>
      <KeyField label={words.search} keys="letters" most={40} value={typed} onChange={setTyped} />
      {problem && <ProblemNote problem={problem} onRetry={retry} />}
      {!list && !problem && <Skeleton lines={12} />}
      <p role="status" className="sr-only">
        {list && words.found(found.length)}
      </p>
      <ul className="kiosk-items">
        {found.map((item) => (
          <li key={item.itemId}>
            <a href={`${to}/${encodeURIComponent(item.itemId)}`}>
              <ItemName item={item} />
              <small {...chinese}>{item.departmentName}</small>
            </a>
          </li>
        ))}
      </ul>
    </KioskPage>
  )
}
