import { useEffect, useState } from 'react'
import { QUEUE_CODES, type QueueCode } from '../../../domain/queue/ticket.ts'
import type { KeptDevice } from '../../api/hall-device.ts'
import { printTicketPaper } from '../printing/print-ticket-paper.ts'
import { giveTicket } from './kiosk-tickets.ts'
import { useOfflineTicketWords } from './words.ts'

/** Milliseconds that a number stays in sight. */
const SHOWN = 15_000

type Shown = { readonly number: string | null }

/** The line is gone: tickets all the same, from numbers that were reserved for this kiosk. Nothing is asked of the person. */
export function OfflineTickets({ device }: { device: KeptDevice }) {
  const words = useOfflineTicketWords()
  const [shown, setShown] = useState<Shown | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setShown(null), SHOWN)
    return () => clearTimeout(timer)
  }, [shown])
  const take = async (queue: QueueCode) => {
    setBusy(true)
    const given = await giveTicket(device, queue)
    const number = given?.reserved?.number ?? null
    setShown({ number })
    setBusy(false)
    if (number === null) return
    const lines = [words[queue], words.called]
    await printTicketPaper({ heading: words.hall, number, lines, notes: [words.keep], qr: null })
  }
  if (shown !== null)
    return (
      <section className="offline-tickets" role="status">
        {shown.number === null ? (
          <p>{words.none}</p>
        ) : (
          <>
            <p>{words.yours}</p>
            <strong>{shown.number}</strong>
            <p>{words.called}</p>
            <p>{words.keep}</p>
          </>
        )}
      </section>
    )
  return (
    <section className="offline-tickets" aria-label={words.title}>
      {QUEUE_CODES.map((queue) => (
        <button
          key={queue}
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => void take(queue)}
        >
          {words[queue]}
        </button>
      ))}
    </section>
  )
}
