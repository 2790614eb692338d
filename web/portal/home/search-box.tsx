import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ItemRow } from '../../../contract/catalogue.ts'
import type { FoundItems, itemSearch } from '../../../domain/catalogue/search/search-items.ts'
import { ItemName } from '../items/item-name.tsx'
import type { ItemsReply } from '../load-items.ts'
import { useHomeWords } from './words.ts'

const SHOWN = 8

type Indexer = { readonly of: typeof itemSearch }

/** Most visitors point and never type: the search comes to who goes to the field. */
async function loadIndexer(): Promise<Indexer> {
  const { itemSearch } = await import('../../../domain/catalogue/search/search-items.ts')
  return { of: itemSearch }
}

/** One question for everything, with suggestions as a combobox of ARIA 1.2: arrows choose, Enter goes, Escape closes. */
export function SearchBox({ list }: { list: ItemsReply | undefined }) {
  const words = useHomeWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(-1)
  const [closed, setClosed] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const [indexer, setIndexer] = useState<Indexer>()
  const search = useMemo(() => list && indexer?.of(list.items, list), [list, indexer])
  const asked = typed.trim()
  // The field is there before the script: what was typed meanwhile counts.
  useEffect(() => setTyped((known) => field.current?.value ?? known), [])
  const isAsked = asked !== ''
  useEffect(() => {
    if (isAsked) void loadIndexer().then(setIndexer)
  }, [isAsked])
  const found = search && asked !== '' ? search(asked) : undefined
  const shown = found?.items.slice(0, SHOWN) ?? []
  const isOpen = shown.length > 0 && !closed
  const chosen = isOpen ? shown[active] : undefined

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      setClosed(true)
      setActive(-1)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0) {
      event.preventDefault()
      setClosed(false)
      const step = event.key === 'ArrowDown' ? 1 : -1
      // One place more than there are suggestions: what was typed itself.
      setActive(((active + 1 + step + shown.length + 1) % (shown.length + 1)) - 1)
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      window.location.assign(guideOf(chosen.itemId))
    }
  }
  return (
    <div className="finder">
      <form className="ask" role="search" action="/items">
        <SearchMark />
        <input
          ref={field}
          name="q"
          role="combobox"
          aria-label={words.searchName}
          aria-expanded={isOpen}
          {...(found ? { 'aria-controls': `${id}-list` } : {})}
          aria-autocomplete="list"
          {...(chosen ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(-1)
            setClosed(false)
          }}
          onFocus={() => void loadIndexer().then(setIndexer)}
          onKeyDown={onKeyDown}
          placeholder={words.placeholder}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={60}
        />
        <button type="submit">{words.search}</button>
      </form>
      {found && (
        <Suggestions
          id={id}
          asked={asked}
          found={found}
          active={active}
          isOpen={isOpen}
          onPoint={setActive}
        />
      )}
      {found && <HowMany found={found} />}
    </div>
  )
}

/** Told to who does not see the list; shown where there is none. */
function HowMany({ found }: { found: FoundItems<ItemRow> }) {
  const words = useHomeWords()
  const items = found.items.length
  return (
    <>
      <p role="status" className="sr-only">
        {items > 0 ? words.count(items) : words.none}
      </p>
      {items === 0 && (
        <p className="none card">
          <b>{words.none}</b> {words.noneAdvice} <a href="/items">{words.browseAll}</a>
        </p>
      )}
    </>
  )
}

function Suggestions(props: {
  id: string
  asked: string
  found: FoundItems<ItemRow>
  active: number
  isOpen: boolean
  onPoint: (index: number) => void
}) {
  const words = useHomeWords()
  const { id, found } = props
  return (
    <div className="suggested card" hidden={!props.isOpen}>
      {found.nearly && <p className="soft">{words.nearly}</p>}
      <ul id={`${id}-list`} role="listbox" aria-label={words.results}>
        {found.items.slice(0, SHOWN).map((item, index) => (
          <li
            key={item.itemId}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === props.active}
            onPointerMove={() => props.onPoint(index)}
            onClick={() => window.location.assign(guideOf(item.itemId))}
          >
            <ItemName item={item} />
            <small lang="zh-CN">{item.departmentName}</small>
          </li>
        ))}
      </ul>
      {found.items.length > SHOWN && (
        <a href={`/items?q=${encodeURIComponent(props.asked)}`}>
          {words.seeAll(found.items.length)}
        </a>
      )}
    </div>
  )
}

function guideOf(itemId: string): string {
  return `/items/${encodeURIComponent(itemId)}`
}

function SearchMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="#1A5FB4">
      <circle cx="10" cy="10" r="7.500" strokeWidth="2.4" />
      <path d="M15.500 15.500L22 22" strokeWidth="2.400" />
    </svg>
  )
}
