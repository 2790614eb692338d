import { useHall } from '../../api/use-hall.ts'
import { PairNote } from './pair-note.tsx'
import { HOME_ICONS, type HomeIcon } from './home-icons.tsx'
import { useHomeWords } from './words.ts'

/** Everything the kiosk can do, a tile each; the first one with how it stands now. */
export function KioskHome() {
  const words = useHomeWords()
  const { board } = useHall()
  const taking = board?.queues.filter((queue) => queue.taking) ?? []
  const waiting = board?.queues.reduce((sum, queue) => sum + queue.waiting, 0) ?? 0
  const beside = () => {
    if (board === null) return words.ticketSays
    if (!board.open) return words.closed(board.hours)
    if (taking.length === 0) return words.notTaking
    return words.waiting(waiting)
  }
  return (
    <>
      <h1>{words.question}</h1>
      <p className="kiosk-lead">{words.lead}</p>
      <a className="kiosk-find" href="/kiosk/items">
        <svg width="52" height="52" viewBox="0 0 26 26" aria-hidden="true">
          <circle cx="11" cy="11" r="7.5" fill="none" stroke="#12488c" strokeWidth="2.4" />
          <path d="M17 17l6 6" stroke="#12488c" strokeWidth="2.4" strokeLinecap="round" />
        </svg>
        <span>{words.find}</span>
        <b>{words.findNow}</b>
      </a>
      <nav className="kiosk-tiles" aria-label={words.question}>
        <Tile href="/kiosk/ticket" icon="ticket" name={words.ticket} beside={beside()} main />
        <Tile
          href="/kiosk/check-in"
          icon="checkIn"
          name={words.checkIn}
          beside={words.checkInSays}
        />
        <Tile
          href="/kiosk/progress"
          icon="progress"
          name={words.progress}
          beside={words.progressSays}
        />
        <Tile
          href="/kiosk/collect"
          icon="collect"
          name={words.collect}
          beside={words.collectSays}
        />
        <Tile href="/kiosk/apply" icon="apply" name={words.apply} beside={words.applySays} />
        <Tile href="/kiosk/resume" icon="scan" name={words.scan} beside={words.scanSays} />
        <Tile href="/kiosk/papers" icon="print" name={words.print} beside={words.printSays} />
        <Tile href="/kiosk/voices" icon="voice" name={words.voice} beside={words.voiceSays} />
      </nav>
      <PairNote />
    </>
  )
}

function Tile(props: {
  href: string
  icon: HomeIcon
  name: string
  beside: string
  main?: boolean
}) {
  return (
    <a className={props.main ? 'main' : undefined} href={props.href}>
      <svg width="96" height="96" viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r="22" fill="#EDF3FB" />
        <path
          d={HOME_ICONS[props.icon]}
          fill="none"
          stroke="#12488c"
          strokeWidth="1.8"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <b>{props.name}</b>
      <span>{props.beside}</span>
    </a>
  )
}
