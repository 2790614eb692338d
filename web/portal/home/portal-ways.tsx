import type { ReactNode } from 'react'
import type { ItemsReply } from '../load-items.ts'
import { useHomeWords } from './words.ts'

/** Who, which department, what about, what for: the list from five sides. */
export function PortalWays({ list }: { list: ItemsReply | undefined }) {
  const words = useHomeWords()
  const departments = new Set(list?.items.map(({ departmentId }) => departmentId)).size
  return (
    <nav className="ways" aria-label={words.waysName}>
      <Way href="/items?audience=person" title={words.person} path={PERSON}>
        {words.personSays}
      </Way>
      <Way href="/items?audience=enterprise" title={words.enterprise} path={HOUSE}>
        {words.enterpriseSays}
      </Way>
      <Way href="#departments" title={words.departments} path={HALL}>
        {list ? words.departmentsSay(departments) : ' '}
      </Way>
      <Way href="#topics" title={words.topics} path={TILES}>
        {words.topicsSay}
      </Way>
      <Way href="#life-events" title={words.lifeEvents} path={ROAD}>
        {words.lifeEventsSay}
      </Way>
    </nav>
  )
}

/** What one can do here beside finding an item. */
export function Services() {
  const words = useHomeWords()
  return (
    <nav className="services" aria-label={words.services}>
      <Way href="/progress" title={words.progress} path={STEPS}>
        {words.progressSays}
      </Way>
      <Way href="/book" title={words.book} path={DIARY}>
        {words.bookSays}
      </Way>
      <Way href="/my" title={words.my} path={PAPER}>
        {words.mySays}
      </Way>
      <Way href="/verify" title={words.verify} path={SHIELD}>
        {words.verifySays}
      </Way>
      <Way href="/enquiry?kind=consultation" title={words.ask} path={BUBBLE}>
        {words.askSays}
      </Way>
      <Way href="/enquiry?kind=complaint" title={words.complain} path={FLAG}>
        {words.complainSays}
      </Way>
      <Way href="/changes" title={words.changes} path={LIST}>
        {words.changesSay}
      </Way>
    </nav>
  )
}

function Way(props: { href: string; title: string; path: string; children: ReactNode }) {
  return (
    <a className="card way" href={props.href}>
      <span className="round">
        <svg
          width="24"
          height="24"
          viewBox="0 0 24 24"
          fill="none"
          stroke="#1A5FB4"
          strokeWidth="1.8"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d={props.path} />
        </svg>
      </span>
      <span>
        <b>{props.title}</b>
        <small>{props.children}</small>
      </span>
    </a>
  )
}

const PERSON = 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.500 21c.5-4 3.500-6 7.500-6s7 2 7.500 6'
const HOUSE = 'M5 21V6l8-3v18M13 9h6v12M3 21h18M8 9h2M8 13h2M8 17h2M16 13h.5M16 17h.5'
const HALL = 'M3 21h18M4 10l8-6 8 6zM6.500 10v8M10 10v8M14 10v8M17.500 10v8M4 18h16'
const TILES = 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM17 14a3 3 0 1 1 0 6 3 3 0 0 1 0-6z'
const ROAD = 'M5 21c0-5 14-5 14-10S5 9 5 5M5 3v4M17 19l2 2 2-4'
const STEPS =
  'M12 3v8M9 8l3 3 3-3M3 18a2 2 0 1 1 4 0 2 2 0 0 1-4 0zM7 18h3M10 18a2 2 0 1 1 4 0 2 2 0 0 1-4 0zM14 18h3M17 18a2 2 0 1 1 4 0 2 2 0 0 1-4 0z'
const PAPER = 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7'
const DIARY = 'M4 6h16v15H4zM4 10h16M8 3v5M16 3v5M9 15l2 2 4-4'
const SHIELD = 'M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM8.500 12l2.500 2.500 4.500-5'
const BUBBLE = 'M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5'
const FLAG = 'M6 21V4M6 5h12l-3 4 3 4H6'
const LIST = 'M9 6h12M9 12h12M9 18h12M3.500 6h1M3.500 12h1M3.500 18h1'
