import type { ReactNode } from 'react'
import type { TicketForStaff } from '../../../../contract/tickets.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import type { NextCall } from './call-keys.ts'

export type CallOrders = {
  readonly next: () => void
  readonly recall: () => void
  readonly pass: () => void
  readonly begin: () => void
  readonly finish: () => void
  readonly transfer: () => void
  readonly hold: () => void
  readonly giveBack: () => void
}

/** The keys of a called number, each with its button: what cannot be done now is grey and says why. */
export function CallKeyboard(props: {
  ticket: TicketForStaff | null
  next: NextCall
  busy: boolean
  orders: CallOrders
}) {
  const { ticket, next, busy, orders } = props
  const closed = (act: string) => closedTo(ticket, act, busy)
  return (
    <div className="keys" role="group" aria-label="叫号">
      <Key
        hotkey="F2"
        primary={ticket === null}
        closed={next.may === 'no' ? next.why : busy ? '正在办理' : null}
        onPress={orders.next}
      >
        {ticket?.status === 'serving' ? '下一位' : '叫号'}
      </Key>
      <Key hotkey="F3" closed={closed('recall')} onPress={orders.recall}>
        重呼
      </Key>
      <Key hotkey="F4" closed={closed('pass')} onPress={orders.pass}>
        过号
      </Key>
      {ticket !== null && (
        <>
          <Key hotkey="Alt+Z" closed={closed('transfer')} onPress={orders.transfer}>
            转移
          </Key>
          <Key hotkey="Alt+G" closed={closed('hold')} onPress={orders.hold}>
            挂起
          </Key>
          <Key hotkey="Alt+T" closed={closed('return')} onPress={orders.giveBack}>
            退回
          </Key>
          {ticket.status === 'called' ? (
            <Key hotkey="Alt+K" wide primary closed={closed('start')} onPress={orders.begin}>
              开始办理
            </Key>
          ) : (
            <Key hotkey="Alt+J" wide closed={closed('finish')} onPress={orders.finish}>
              办理结束
            </Key>
          )}
        </>
      )}
    </div>
  )
}

/** Why an act is not open now; null: it is. */
function closedTo(ticket: TicketForStaff | null, act: string, busy: boolean): string | null {
  if (ticket === null) return '先叫号'
  if (busy) return '正在办理'
  return ticket.possible.includes(act) ? null : `${ticket.number} 现在是“${ticket.statusName}”`
}

function Key(props: {
  hotkey: string
  children: ReactNode
  /** Why it cannot be pressed now; null: it can. */
  closed: string | null
  primary?: boolean
  wide?: boolean
  onPress: () => void
}) {
  const { hotkey, closed, primary = false, wide = false } = props
  return (
    <button
      type="button"
      className={`btn ${primary && closed === null ? 'primary' : ''} ${wide ? 'wide' : ''}`}
      disabled={closed !== null}
      title={closed ?? undefined}
      onClick={props.onPress}
    >
      {props.children} <Kbd>{hotkey.replace('+', ' ')}</Kbd>
    </button>
  )
}
