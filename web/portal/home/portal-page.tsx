import { ProblemNote } from '../../ui/problem-note.tsx'
import { ItemName } from '../items/item-name.tsx'
import { loadList, type ItemsReply } from '../load-items.ts'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { HallCard } from './hall-card.tsx'
import { Browse } from './browse.tsx'
import { PortalWays, Services } from './portal-ways.tsx'
import { SearchBox } from './search-box.tsx'
import { useHomeWords } from './words.ts'
import './portal.css'

/** Items of four departments that people come for, to show what may be typed. */
const EXAMPLES = ['aba-60', 'aba-18', 'aba-03', 'aba-24']

/** One question, and the ways on. */
export function PortalPage() {
  const words = useHomeWords()
  const { reply: list, problem, retry } = useAnswer(loadList)
  return (
    <PublicShell title={words.title}>
      <section className="hero">
        <div className="wrap">
          <h1>{words.question}</h1>
          <SearchBox list={list} />
          <Examples list={list} />
        </div>
        <Mountains />
      </section>
      <div className="wrap portal-body">
        {problem && <ProblemNote problem={problem} onRetry={retry} />}
        <PortalWays list={list} />
        <div className="row">
          <HallCard />
          <Services />
        </div>
        {list && <Browse list={list} />}
      </div>
    </PublicShell>
  )
}

function Examples({ list }: { list: ItemsReply | undefined }) {
  const words = useHomeWords()
  const shown = list?.items.filter(({ itemId }) => EXAMPLES.includes(itemId)) ?? []
  return (
    <p className="examples">
      <span className="soft">{words.examples}</span>
      {shown.map((item) => (
        <a key={item.itemId} href={`/items/${item.itemId}`}>
          <ItemName item={item} />
        </a>
      ))}
    </p>
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
