import { useState } from 'react'
import type { HallDesk } from '../../../../contract/hall.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Lamp, type Light } from '../../../ui/lamp.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'
import { nextCallOf } from './call-keys.ts'
import { CallKeyboard, type CallOrders } from './call-keyboard.tsx'
import { EvaluationLine } from './evaluation-line.tsx'
import { PauseDialog } from './pause-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { SpecialCallDialog } from './special-call-dialog.tsx'
import { TicketFacts } from './ticket-facts.tsx'
import { TicketLists } from './ticket-lists.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { WaitingLine } from './waiting-line.tsx'
import type { CallDesk, SimpleAct } from './use-call-desk.ts'
import './calls.css'

const LIGHT = {
  closed: 'none',
  free: 'green',
  busy: 'green',
  paused: 'paused',
  away: 'amber',
} as const satisfies Record<HallDesk['state'], Light>
const STATE = {
  closed: '未上岗',
  free: '空闲',
  busy: '办理中',
  paused: '暂停服务',
  away: '离线',
} as const satisfies Record<HallDesk['state'], string>

type Asked = 'special' | 'next' | 'transfer' | 'hold' | 'return' | 'pause' | 'sign-off'

/** The clerk's window in the hall: the number in hand, its keys, who waits. */
export function CallPanel(props: {
  calls: CallDesk
  desk: HallDesk
  /** The counter has just said that an act is done: F2 then needs no question. */
  isDone: boolean
  /** Somebody else comes to the counter: it begins anew. */
  onNext: () => void
}) {
  const { calls, desk, isDone, onNext } = props
  const { ticket, state } = desk
  const [asked, setAsked] = useState<Asked | null>(null)
  const next = nextCallOf(desk, isDone)
  const ask = (what: Asked) => {
    calls.forget()
    setAsked(what)
  }
  const callNext = async () => {
    if (!(await calls.next(ticket !== null))) return
    setAsked(null)
    onNext()
  }
  const simple = (act: SimpleAct) => {
    if (ticket?.possible.includes(act)) void calls.simple(act, ticket.ticketId)
  }
  const askIf = (act: string, what: Asked) => {
    if (ticket?.possible.includes(act)) ask(what)
  }
  const orders: CallOrders = {
    next: () => {
      if (next.may === 'confirm') ask('next')
      else if (next.may !== 'no') void callNext()
    },
    recall: () => simple('recall'),
    pass: () => simple('pass'),
    begin: () => simple('start'),
    finish: () => simple('finish'),
    transfer: () => askIf('transfer', 'transfer'),
    hold: () => askIf('hold', 'hold'),
    giveBack: () => askIf('return', 'return'),
  }
  const maySpecial = ticket === null && state !== 'paused'
  const pauseOrResume = () => (state === 'paused' ? void calls.resume() : ask('pause'))
  useHotkeys({
    F2: orders.next,
    F3: orders.recall,
    F4: orders.pass,
    'Alt+K': orders.begin,
    'Alt+J': orders.finish,
    'Alt+Z': orders.transfer,
    'Alt+G': orders.hold,
    'Alt+T': orders.giveBack,
    'Alt+P': pauseOrResume,
    'Alt+H': () => maySpecial && ask('special'),
  })
  const close = () => {
    calls.forget()
    setAsked(null)
  }
  return (
    <div className="call-panel">
      <div className="line seat">
        <Lamp light={LIGHT[state]}>
          {desk.windowId} 号窗口 · {STATE[state]}
        </Lamp>
        <span className="x">
          <button type="button" className="link" disabled={calls.busy} onClick={pauseOrResume}>
            {state === 'paused' ? '恢复' : '暂停'} <Kbd>Alt P</Kbd>
          </button>
          <button
            type="button"
            className="link"
            disabled={calls.busy}
            onClick={() => ask('sign-off')}
          >
            离岗
          </button>
        </span>
      </div>
      {desk.pausedReason !== null && <p className="hint small">暂停：{desk.pausedReason}</p>}
      {ticket && <TicketFacts ticket={ticket} />}
      <CallKeyboard ticket={ticket} next={next} busy={calls.busy} orders={orders} />
      <EvaluationLine until={desk.evaluationUntil} />
      {calls.problem && asked === null && <ProblemNote problem={calls.problem} />}
      {calls.stale && (
        <p className="hint small">叫号台没有连上，显示的可能不是最新。收件不受影响。</p>
      )}
      <WaitingLine
        desk={desk}
        nobody={calls.nobody}
        onSpecial={maySpecial ? () => ask('special') : null}
      />
      <TicketLists calls={calls} desk={desk} />
      <AskedDialog
        asked={asked}
        calls={calls}
        desk={desk}
        onNext={() => void callNext()}
        onCalled={() => {
          close()
          onNext()
        }}
        onClose={close}
      />
    </div>
  )
}

function AskedDialog(props: {
  asked: Asked | null
  calls: CallDesk
  desk: HallDesk
  onNext: () => void
  /** Somebody was called out of order: the counter begins anew. */
  onCalled: () => void
  onClose: () => void
}) {
  const { asked, calls, desk, onNext, onCalled, onClose } = props
  const { ticket, windowName } = desk
  if (asked === 'special')
    return <SpecialCallDialog calls={calls} onCalled={onCalled} onClose={onClose} />
  if (asked === 'pause') return <PauseDialog calls={calls} onClose={onClose} />
  if (asked === 'sign-off')
    return (
      <ConfirmDialog
        title={`从${windowName ?? '窗口'}离岗`}
        confirmLabel="离岗"
        busy={calls.busy}
        problem={calls.problem}
        onConfirm={() => void calls.signOff().then((done) => done && onClose())}
        onClose={onClose}
      >
        <p>离岗后窗口屏显示“未开放”，还在等候的人由其他窗口叫。同事来接替的，由同事按“接班”。</p>
      </ConfirmDialog>
    )
  if (ticket === null) return null
  const { ticketId, number } = ticket
  switch (asked) {
    case 'next':
      return (
        <ConfirmDialog
          title={`结束 ${number}，叫下一位`}
          confirmLabel="结束并叫号"
          confirmKey="F2"
          busy={calls.busy}
          problem={calls.problem}
          onConfirm={onNext}
          onClose={onClose}
        >
          <p>{number} 还在办理。没办完的请先返回：可以“挂起”（稍后继续）或者“转移”。</p>
        </ConfirmDialog>
      )
    case 'transfer':
      return <TransferDialog calls={calls} desk={desk} ticket={ticket} onClose={onClose} />
    case 'hold':
      return (
        <ReasonDialog
          calls={calls}
          title={`挂起 ${number}`}
          says="号票留在本窗口，期间可以叫别人；在“挂起”里恢复。"
          act="挂起"
          usual={['去复印材料', '等待单位来人', '到其他窗口缴费']}
          onSend={(reason) => calls.hold(ticketId, reason)}
          onClose={onClose}
        />
      )
    case 'return':
      return (
        <ReasonDialog
          calls={calls}
          title={`退回 ${number}`}
          says="退回队列最前面，保留原取号时间，由下一个空闲的窗口叫。"
          act="退回队列"
          usual={['本窗口临时有事', '叫错了号']}
          onSend={(reason) => calls.giveBack(ticketId, reason)}
          onClose={onClose}
        />
      )
    case null:
      return null
  }
}
