import { useEffect, useRef, useState } from 'react'
import type { TicketView } from '../../../contract/tickets.ts'
import { QrPicture } from '../../portal/apply/resume/qr-picture.tsx'
import { useChinese } from '../../portal/words/chinese.ts'
import { shortMinute } from '../../ui/dates.ts'
import { PAPER_DRAFT, useLanguage } from '../../portal/words/language.ts'
import { printTicketPaper } from '../printing/print-ticket-paper.ts'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { useTicketWords } from './words.ts'

/** The number, how many go before, about how long, and the code by which a phone follows it; printed by itself. */
export function TicketTaken({ ticket }: { ticket: TicketView }) {
  const words = useTicketWords()
  const chinese = useChinese()
  const language = useLanguage()
  const { end, touch } = useKioskVisit()
  const [printed, setPrinted] = useState<'printing' | 'printed' | 'no-printer'>('printing')
  const once = useRef(false)
  const address = `${window.location.origin}/ticket/${ticket.ticketId}`
  const lines = [
    ticket.queueName,
    ...(ticket.ahead === null ? [] : [words.ahead(ticket.ahead)]),
    ...(ticket.estimateMinutes === null ? [] : [words.about(ticket.estimateMinutes)]),
    words.takenAt(shortMinute(ticket.takenAt, language)),
  ]
  useEffect(() => {
    if (once.current) return
    once.current = true
    const paper = {
      heading: words.hall,
      number: ticket.number,
      lines,
      notes: [words.keep],
      qr: address,
    }
    void printTicketPaper(paper).then((isPrinted) => {
      touch()
      setPrinted(isPrinted ? 'printed' : 'no-printer')
    })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one ticket, one paper
  }, [])
  return (
    <section className="ticket-taken" aria-labelledby="ticket-number">
      <h1 id="ticket-number">
        <small>{words.yours}</small>
        {ticket.number}
      </h1>
      <p className="ticket-queue">
        <span {...chinese}>{ticket.queueName}</span>
        {ticket.priorityReason !== null && ` · ${words[ticket.priorityReason]}`}
      </p>
      <dl>
        <div>
          <dt>{words.aheadName}</dt>
          <dd>{ticket.ahead === null ? '—' : words.people(ticket.ahead)}</dd>
        </div>
        <div>
          <dt>{words.aboutName}</dt>
          <dd>
            {ticket.estimateMinutes === null
              ? words.noWindow
              : words.minutes(ticket.estimateMinutes)}
          </dd>
        </div>
        <div>
          <dt>{words.takenName}</dt>
          <dd>{shortMinute(ticket.takenAt, language)}</dd>
        </div>
      </dl>
      <QrPicture address={address} alt={words.follow} caption={words.follow} />
      <p>{words.keep}</p>
      {PAPER_DRAFT[language] && (
        <p lang="zh-CN" className="ticket-draft">
          {PAPER_DRAFT[language]}
        </p>
      )}
      <p className="ticket-rule no-print" {...chinese}>
        {ticket.orderRule}
      </p>
      <p role="status" className="no-print">
        {printed === 'printing' && words.printing}
        {printed === 'printed' && words.printed}
        {printed === 'no-printer' && words.noPrinter}
      </p>
      <p className="kiosk-acts no-print">
        {printed === 'no-printer' && (
          <button type="button" className="btn" onClick={() => window.print()}>
            {words.print}
          </button>
        )}
        <button type="button" className="btn main" onClick={end}>
          {words.done}
        </button>
      </p>
    </section>
  )
}
