import type { ReactNode } from 'react'
import type { HallDesk } from '../../../../contract/hall.ts'
import type { TicketForStaff } from '../../../../contract/tickets.ts'
import { clockOf } from '../../../ui/dates.ts'
import type { CallDesk } from './use-call-desk.ts'

/** Tickets set aside: on hold here, missed and come back, stuck at a window that fell silent. */
export function TicketLists({ calls, desk }: { calls: CallDesk; desk: HallDesk }) {
  const act = (name: string, isPossible: boolean, onAct: () => Promise<boolean>) =>
    isPossible ? (
      <button type="button" className="link" disabled={calls.busy} onClick={() => void onAct()}>
        {name}
      </button>
    ) : null
  return (
    <>
      <List
        name="挂起"
        tickets={desk.held}
        says={({ holdReason }) => `挂起 · ${holdReason ?? ''}`}
        acts={({ ticketId, possible }) =>
          act('恢复', possible.includes('resume'), () => calls.simple('resume', ticketId))
        }
      />
      <List
        name="过号"
        tickets={desk.passed}
        says={({ returnUntil }) =>
          `过号 · ${returnUntil === null ? '' : clockOf(returnUntil)}前有效`
        }
        acts={({ ticketId, possible }) =>
          act('已回来', possible.includes('return'), () => calls.giveBack(ticketId, '本人回到大厅'))
        }
      />
      <List
        name="离线窗口的号"
        tickets={desk.stranded}
        says={({ windowId }) => `${windowId ?? ''} 号窗口离线`}
        acts={({ ticketId, possible }) =>
          act('退回', possible.includes('return'), () =>
            calls.giveBack(ticketId, '窗口离线，退回队列'),
          )
        }
      />
    </>
  )
}

function List(props: {
  name: string
  tickets: readonly TicketForStaff[]
  says: (ticket: TicketForStaff) => string
  acts: (ticket: TicketForStaff) => ReactNode
}) {
  if (props.tickets.length === 0) return null
  return (
    <ul className="aside" aria-label={props.name}>
      {props.tickets.map((ticket) => (
        <li key={ticket.ticketId}>
          <b>{ticket.number}</b>
          <span className="ell sec small" title={props.says(ticket)}>
            {props.says(ticket)}
          </span>
          {props.acts(ticket)}
        </li>
      ))}
    </ul>
  )
}
