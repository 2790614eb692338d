import { useDeferredValue, useState } from 'react'
import { EmptyNote } from '../ui/empty-note.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ItemList } from './item-list.tsx'
import { loadItems } from './load-items.ts'
import { searchItems } from './item-search.ts'
import { PortalWays } from './portal-ways.tsx'
import { PublicShell } from './public-shell.tsx'
import { useAnswer } from './use-answer.ts'
import './portal.css'

const SHOWN = 8

/** One question, and the ways on. */
export function PortalPage() {
  const { reply: items, problem, retry } = useAnswer(loadItems)
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const found = items && asked !== '' ? searchItems(items, asked) : []
  return (
    <PublicShell title="首页">
      <section className="hero">
        <div className="wrap">
          <h1>您想办什么事？</h1>
          <form className="ask" role="search" action="/items">
            <SearchMark />
            <input
              name="q"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              placeholder="如 食品经营、劳务派遣、lwpq"
              aria-label="事项名称、拼音首字母或者部门"
              autoComplete="off"
              maxLength={60}
            />
            <button type="submit">搜索</button>
          </form>
          <Mountains />
        </div>
      </section>
      <div className="wrap portal-body">
        {problem && <ProblemNote problem={problem} onRetry={retry} />}
        {asked !== '' && !problem && (
          <section aria-live="polite">
            {items === undefined && <Skeleton lines={3} />}
            {found.length > 0 && <ItemList items={found.slice(0, SHOWN)} />}
            {found.length > SHOWN && (
              <p className="more">
                <a href={`/items?q=${encodeURIComponent(asked)}`}>查看全部 {found.length} 个事项</a>
              </p>
            )}
            {items && found.length === 0 && (
              <EmptyNote title="没有找到这个事项">
                换一个说法或者拼音首字母再试，或者<a href="/items">浏览全部事项</a>、拨打 12345
                咨询。
              </EmptyNote>
            )}
          </section>
        )}
        {asked === '' && <PortalWays items={items} />}
      </div>
    </PublicShell>
  )
}

function SearchMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="#1A5FB4">
      <circle cx="10" cy="10" r="7.500" strokeWidth="2.4" />
      <path d="M15.500 15.500L22 22" strokeWidth="2.400" />
    </svg>
  )
}

function Mountains() {
  return (
    <svg
      className="mountains wide"
      viewBox="0 0 860 150"
      aria-hidden="true"
      preserveAspectRatio="none"
    >
      <path
        d="M180 150L280 96 340 112 464 74 522 94 590 50 672 6 730 60 776 40 860 92V150Z"
        fill="#EDF3FB"
      />
      <path d="M0 150L200 118 300 132 410 98 512 124 640 88 750 116 860 100V150Z" fill="#DEE9F6" />
    </svg>
  )
}
