import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { HallBoard } from '../../../contract/hall.ts'
import type { TicketView } from '../../../contract/tickets.ts'
import type { PriorityReason } from '../../../domain/queue/ticket.ts'
import { asApiProblem, isUnanswered, type ApiProblem } from '../../api/api-problem.ts'
import { callAsDevice } from '../../api/hall-device.ts'
import { TAKE_TICKET } from '../../api/hall-operations.ts'
import { useHall } from '../../api/use-hall.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useChinese } from '../../portal/words/chinese.ts'
import { Choices } from '../parts/choices.tsx'
import { IdentityField } from '../parts/identity-field.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { PriorityStep } from './priority-step.tsx'
import { TicketTaken } from './ticket-taken.tsx'
import { useTicketWords } from './words.ts'

type Queue = HallBoard['queues'][number]

/** Which business, whether one comes first, who one is if one likes: three touches and there is a number. */
export function KioskTicket() {
  const words = useTicketWords()
  const { device } = useKioskVisit()
  const { board, line } = useHall()
  const [queue, setQueue] = useState<Queue['queue'] | null>(null)
  const [reason, setReason] = useState<PriorityReason | null | undefined>(undefined)
  const [ticket, setTicket] = useState<TicketView | null>(null)
  if (ticket) return <TicketTaken ticket={ticket} />
  if (device === null)
    return (
      <KioskPage title={words.title} lead={words.unpaired}>
        {null}
      </KioskPage>
    )
  if (board === null)
    return (
      <KioskPage title={words.title}>
        {line === 'lost' ? <p role="alert">{words.noLine}</p> : <Skeleton lines={6} />}
      </KioskPage>
    )
  if (queue === null) return <QueueStep board={board} onChoose={setQueue} />
  if (reason === undefined)
    return <PriorityStep onChoose={setReason} onBack={() => setQueue(null)} />
  return (
    <IdentityStep
      queue={queue}
      reason={reason}
      onBack={() => setReason(undefined)}
      onTaken={setTicket}
    />
  )
}

function QueueStep(props: { board: HallBoard; onChoose: (queue: Queue['queue']) => void }) {
  const words = useTicketWords()
  const chinese = useChinese()
  const { open, hours, hoursConfirmed, queues, closedBecause } = props.board
  const why = (queue: Queue) =>
    queue.notTaking === null
      ? queue.estimateMinutes === null
        ? words.waiting(queue.waiting)
        : words.waitingAbout(queue.waiting, queue.estimateMinutes)
      : words[`not-${queue.notTaking as NotTaking}`]
  return (
    <KioskPage title={words.which} lead={words.whichSays}>
      {!open && (
        <p className="kiosk-note" role="status">
          <b>{words.closed}</b> <span {...chinese}>{closedBecause}</span> {words.hours(hours)}{' '}
          {!hoursConfirmed && (
            <em className="pending" lang="zh-CN">
              {words.unconfirmed}
            </em>
          )}
        </p>
      )}
      <Choices
        label={words.which}
        choices={queues.map((queue) => ({
          id: queue.queue,
          name: queue.name,
          lang: chinese.lang,
          beside: why(queue),
          closed: !queue.taking,
        }))}
        onChoose={(id) => props.onChoose(id as Queue['queue'])}
      />
      <p className="kiosk-acts">
        <a className="btn" href="/kiosk/return">
          {words.comeBack}
        </a>
      </p>
    </KioskPage>
  )
}
type NotTaking = 'hall-closed' | 'queue-closed' | 'queue-not-served' | 'ticket-stopped'

function IdentityStep(props: {
  queue: Queue['queue']
  reason: PriorityReason | null
  onBack: () => void
  onTaken: (ticket: TicketView) => void
}) {
  const words = useTicketWords()
  const { device } = useKioskVisit()
  const [identity, setIdentity] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  // Pressed again after a lost answer it is the same ticket.
  const [ticketId, setTicketId] = useState(uuidv7)
  const take = async (number: string | null) => {
    setBusy(true)
    setProblem(null)
    try {
      const { queue, reason } = props
      const body = { ticketId, queue, priorityReason: reason, itemId: null, identity: number }
      props.onTaken(await callAsDevice(device ?? undefined, TAKE_TICKET, { body }))
    } catch (error) {
      const failed = asApiProblem(error)
      if (!isUnanswered(failed)) setTicketId(uuidv7())
      setProblem(failed)
      setBusy(false)
    }
  }
  const isWhole = /^\d{17}[\dX]$/.test(identity)
  return (
    <KioskPage title={words.who} lead={words.whoSays} onBack={props.onBack}>
      <IdentityField
        label={words.identity}
        help={words.identityHelp}
        value={identity}
        onChange={setIdentity}
      />
      {problem && <ProblemNote problem={problem} />}
      <p className="kiosk-acts">
        <button type="button" className="btn" disabled={busy} onClick={() => void take(null)}>
          {words.without}
        </button>
        <button
          type="button"
          className="btn main"
          disabled={busy || !isWhole}
          onClick={() => void take(identity)}
        >
          {busy ? words.taking : words.take}
        </button>
      </p>
    </KioskPage>
  )
}
