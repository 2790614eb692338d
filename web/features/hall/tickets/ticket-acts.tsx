import { useState, type ReactNode } from 'react'
import { returnTicket, transferTicket, voidTicket } from '../../../../contract/tickets.ts'
import type { QueueCode, TicketStatus } from '../../../../domain/queue/ticket.ts'
import { call } from '../../../api/call.ts'
import { useHallAct } from '../../../api/use-hall-act.ts'
import { SpecialCallDialog } from './special-call-dialog.tsx'
import { TicketActDialog } from './ticket-act-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'

/** What an act needs to know of a ticket, from the live list or from the day's. */
export type ActedOn = {
  readonly ticketId: string
  readonly number: string
  readonly queue: QueueCode
  readonly status: TicketStatus
  readonly possible: readonly string[]
}
type Asked = {
  readonly act: 'transfer' | 'return' | 'void' | 'special'
  readonly ticket: ActedOn
}

/** What the hall manager may do to a ticket: buttons for each row, and the dialog that asks why. */
export function useTicketActs(): {
  readonly buttons: (ticket: ActedOn) => ReactNode
  readonly dialog: ReactNode
} {
  const [asked, setAsked] = useState<Asked | null>(null)
  const acts = useHallAct()
  const close = () => setAsked(null)
  const ask = (act: Asked['act'], ticket: ActedOn) => {
    acts.forget()
    setAsked({ act, ticket })
  }
  const button = (name: string, act: Asked['act'], ticket: ActedOn, isOpen: boolean) =>
    isOpen && (
      <button type="button" className="link" onClick={() => ask(act, ticket)}>
        {name}
      </button>
    )
  const send = async (act: 'return' | 'void', { ticketId }: ActedOn, reason: string) => {
    const operation = act === 'return' ? returnTicket : voidTicket
    const done = await acts.run({
      name: `${act} ${ticketId}`,
      send: (commandId) => call(operation, { params: { ticketId }, body: { commandId, reason } }),
    })
    if (done !== undefined) close()
  }
  const buttons = (ticket: ActedOn) => {
    const may = (act: string) => ticket.possible.includes(act)
    return (
      <span className="acts">
        {button('特呼', 'special', ticket, ticket.status === 'waiting')}
        {button('转移', 'transfer', ticket, may('transfer'))}
        {button('退回队列', 'return', ticket, may('return'))}
        {button('作废', 'void', ticket, may('void'))}
      </span>
    )
  }
  return { buttons, dialog: asked && dialogOf(asked) }

  function dialogOf({ act, ticket }: Asked): ReactNode {
    if (act === 'special') return <SpecialCallDialog acts={acts} ticket={ticket} onClose={close} />
    if (act === 'transfer')
      return (
        <TransferDialog
          ticket={ticket}
          busy={acts.busy}
          problem={acts.problem}
          onSend={async (to) => {
            const { ticketId } = ticket
            const done = await acts.run({
              name: `transfer ${ticketId}`,
              send: (commandId) =>
                call(transferTicket, { params: { ticketId }, body: { commandId, ...to } }),
            })
            if (done !== undefined) close()
          }}
          onClose={close}
        />
      )
    return (
      <TicketActDialog
        act={act}
        ticket={ticket}
        busy={acts.busy}
        problem={acts.problem}
        onSend={(reason) => void send(act, ticket, reason)}
        onClose={close}
      />
    )
  }
}
