import { useEffect, useRef, useState } from 'react'
import type { TicketView } from '../../../contract/tickets.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { TICKET_STANDING } from '../../api/hall-operations.ts'
import { useHall } from '../../api/use-hall.ts'
import { longMinute } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PublicShell } from '../public-shell.tsx'
import { useChinese } from '../words/chinese.ts'
import { useLanguage } from '../words/language.ts'
import { useTicketWords } from './words.ts'
import './ticket.css'

/** Read anew with every change of the hall, and while nothing changes as the minutes pass. Milliseconds. */
const LOOK = 30_000
const OVER = ['finished', 'void']

/** Whoever holds a ticket follows it on the phone: how many are before, about how long, where to go. */
export function TicketPage({ ticketId }: { ticketId: string }) {
  const words = useTicketWords()
  const { board, line } = useHall()
  const { ticket, problem, read } = useStanding(ticketId, board?.revision)
  return (
    <PublicShell title={words.title}>
      <div className="wrap ticket-page">
        {problem && !ticket && <ProblemNote problem={problem} onRetry={read} />}
        {!ticket && !problem && (
          <>
            <h1>{words.title}</h1>
            <Skeleton lines={8} />
          </>
        )}
        {ticket && <Standing ticket={ticket} />}
        <p role="status" className="ticket-line">
          {ticket && (line === 'lost' || problem) && words.lost}
        </p>
      </div>
    </PublicShell>
  )
}

function useStanding(ticketId: string, revision: number | undefined) {
  const [ticket, setTicket] = useState<TicketView | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [round, setRound] = useState(0)
  const over = useRef(false)
  useEffect(() => {
    const leaving = new AbortController()
    const read = () =>
      call(TICKET_STANDING, { params: { ticketId }, signal: leaving.signal }).then(
        (reply) => {
          over.current = OVER.includes(reply.status)
          setTicket(reply)
          setProblem(null)
        },
        (error: unknown) => {
          if (!leaving.signal.aborted) setProblem(asApiProblem(error))
        },
      )
    if (!over.current) void read()
    const timer = setInterval(() => {
      if (!document.hidden && !over.current) void read()
    }, LOOK)
    return () => {
      leaving.abort()
      clearInterval(timer)
    }
  }, [ticketId, revision, round])
  return { ticket, problem, read: () => setRound((before) => before + 1) }
}

function Standing({ ticket }: { ticket: TicketView }) {
  const words = useTicketWords()
  const chinese = useChinese()
  const language = useLanguage()
  const { number, status, ahead, estimateMinutes, windowId, returnUntil } = ticket
  const isCalled = status === 'called' && windowId !== null
  return (
    <>
      <section className={`card ticket-card ${status}`} aria-live="polite">
        <h1>
          <small>{words.yours}</small>
          {number}
        </h1>
        <p className="ticket-state">{words[status]}</p>
        {isCalled && <p className="ticket-go">{words.go(windowId)}</p>}
        {status === 'serving' && windowId !== null && <p>{words.at(windowId)}</p>}
        {status === 'passed' && (
          <p>{words.passedSays(returnUntil === null ? '' : longMinute(returnUntil, language))}</p>
        )}
        {status === 'waiting' && (
          <dl>
            <div>
              <dt>{words.ahead}</dt>
              <dd>{ahead === null ? '—' : words.people(ahead)}</dd>
            </div>
            <div>
              <dt>{words.about}</dt>
              <dd>{estimateMinutes === null ? words.noWindow : words.minutes(estimateMinutes)}</dd>
            </div>
          </dl>
        )}
        <p className="soft">
          <span {...chinese}>
            {ticket.queueName} · {ticket.zoneName}
          </span>{' '}
          · {words.taken(longMinute(ticket.takenAt, language))}
        </p>
      </section>
      <section className="card ticket-rule">
        <h2>{words.rule}</h2>
        <p {...chinese}>{ticket.orderRule}</p>
      </section>
    </>
  )
}
