import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { TicketView } from '../../../contract/tickets.ts'
import { asApiProblem, isUnanswered, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { callAsDevice } from '../../api/hall-device.ts'
import { TICKET_STANDING } from '../../api/hall-operations.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Choices } from '../parts/choices.tsx'
import { IdentityField } from '../parts/identity-field.tsx'
import { KeyField } from '../parts/key-field.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { TicketTaken } from '../ticket/ticket-taken.tsx'
import { useScanned } from '../ticket/use-scanned.ts'
import { CHECK_IN } from './check-in-operation.ts'
import { useCheckInWords } from './words.ts'

type By = { kind: 'code'; code: string } | { kind: 'identity'; number: string }

/** Who booked comes with the code or with the card, and leaves with a number. */
export function KioskCheckIn() {
  const words = useCheckInWords()
  const { device } = useKioskVisit()
  const [way, setWay] = useState<By['kind'] | null>(null)
  const [code, setCode] = useState('')
  const [number, setNumber] = useState('')
  const [commandId, setCommandId] = useState(uuidv7)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [taken, setTaken] = useState<{ ticket: TicketView; late: boolean } | null>(null)
  const checkIn = async (by: By) => {
    setBusy(true)
    setProblem(null)
    try {
      const body = { commandId, by }
      const { ticketId, late } = await callAsDevice(device ?? undefined, CHECK_IN, { body })
      const ticket = await call(TICKET_STANDING, { params: { ticketId } })
      setTaken({ ticket, late })
    } catch (error) {
      const failed = asApiProblem(error)
      if (!isUnanswered(failed)) setCommandId(uuidv7())
      setProblem(failed)
      setBusy(false)
    }
  }
  useScanned((scanned) => {
    const digits = scanned.replaceAll(/\D/g, '')
    if (way !== 'identity' && /^\d{8}$/.test(digits)) void checkIn({ kind: 'code', code: digits })
  })
  if (taken)
    return (
      <>
        {taken.late && <p className="kiosk-note">{words.late}</p>}
        <TicketTaken ticket={taken.ticket} />
      </>
    )
  const back = way === null ? undefined : () => setWay(null)
  const isReady = way === 'code' ? code.length === 8 : /^\d{17}[\dX]$/.test(number)
  return (
    <KioskPage title={words.title} lead={words.lead} onBack={back}>
      {way === null && (
        <Choices
          label={words.title}
          choices={[
            { id: 'code', name: words.byCode, beside: words.byCodeSays },
            { id: 'identity', name: words.byIdentity, beside: words.byIdentitySays },
          ]}
          onChoose={(id) => setWay(id === 'code' ? 'code' : 'identity')}
        />
      )}
      {way === 'code' && (
        <KeyField label={words.code} keys="digits" most={8} value={code} onChange={setCode} />
      )}
      {way === 'identity' && (
        <IdentityField
          label={words.identity}
          help={words.identityHelp}
          value={number}
          onChange={setNumber}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
      {way !== null && (
        <p className="kiosk-acts">
          <button
            type="button"
            className="btn main"
            disabled={busy || !isReady}
            onClick={() =>
              void checkIn(way === 'code' ? { kind: 'code', code } : { kind: 'identity', number })
            }
          >
            {busy ? words.checking : words.checkIn}
          </button>
        </p>
      )}
    </KioskPage>
  )
}
