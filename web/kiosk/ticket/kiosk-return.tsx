import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { TicketView } from '../../../contract/tickets.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { callAsDevice } from '../../api/hall-device.ts'
import { RETURN_AT_KIOSK } from '../../api/hall-operations.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { TicketTaken } from './ticket-taken.tsx'
import { ticketIdOf } from './ticket-id.ts'
import { useScanned } from './use-scanned.ts'
import { useTicketWords } from './words.ts'

/** Who missed the call lays the ticket's code under the reader and waits again, once. */
export function KioskReturn() {
  const words = useTicketWords()
  const { device } = useKioskVisit()
  const [ticket, setTicket] = useState<TicketView | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [commandId] = useState(uuidv7)
  const come = async (code: string) => {
    const ticketId = ticketIdOf(code)
    if (ticketId === undefined) return
    setProblem(null)
    try {
      setTicket(
        await callAsDevice(device ?? undefined, RETURN_AT_KIOSK, {
          params: { ticketId },
          body: { commandId },
        }),
      )
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  const typed = useScanned((code) => void come(code))
  if (ticket) return <TicketTaken ticket={ticket} />
  return (
    <KioskPage title={words.comeBack} lead={words.comeBackSays}>
      <p className="kiosk-note">{words.scanTicket}</p>
      <p role="status">{typed > 0 && words.scanning}</p>
      {problem && <ProblemNote problem={problem} />}
      <p>{words.comeBackDesk}</p>
    </KioskPage>
  )
}
