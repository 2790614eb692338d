import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import {
  handOver,
  pauseWindow,
  resumeWindow,
  signOff,
  signOn,
  windowHeartbeat,
  type HallDesk,
} from '../../../../contract/hall.ts'
import {
  callNext,
  finishTicket,
  holdTicket,
  passTicket,
  recallTicket,
  resumeTicket,
  returnTicket,
  specialCall,
  startTicket,
  transferTicket,
} from '../../../../contract/tickets.ts'
import type { PauseReason } from '../../../../domain/hall/window-session.ts'
import type { SpecialCall } from '../../../../domain/queue/special-call.ts'
import type { QueueCode } from '../../../../domain/queue/ticket.ts'
import type { ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { hallDeskQuery } from '../../../api/hall-queries.ts'
import { useHallAct } from '../../../api/use-hall-act.ts'
import { useHallLive } from '../../../api/use-hall-live.ts'

/** Milliseconds between two signs of life (contract: every 20 seconds). */
const BEAT = 20_000

export type Target = { readonly queue: QueueCode; readonly windowId: number | null }

export type CallDesk = {
  readonly desk: HallDesk | undefined
  /** What stands there is old: the last reading failed. */
  readonly stale: ApiProblem | null
  readonly isOn: boolean
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly forget: () => void
  /** What was just done at the counter belongs to the number in hand: no act of the hall tells of it. */
  readonly reread: () => void
  /** The last call found nobody whom this window may call. */
  readonly nobody: boolean
  readonly sit: (windowId: number, how: 'sign-on' | 'hand-over') => Promise<boolean>
  readonly pause: (reason: PauseReason, text: string) => Promise<boolean>
  readonly resume: () => Promise<boolean>
  readonly signOff: () => Promise<boolean>
  /** The next by the rule; `finish`: the ticket in hand ends first, in the same act. */
  readonly next: (finish: boolean) => Promise<boolean>
  /** 特呼: a given number, out of order. */
  readonly special: (number: string, why: SpecialCall) => Promise<boolean>
  readonly simple: (act: SimpleAct, ticketId: string) => Promise<boolean>
  readonly hold: (ticketId: string, reason: string) => Promise<boolean>
  readonly giveBack: (ticketId: string, reason: string) => Promise<boolean>
  readonly transfer: (ticketId: string, to: Target, reason: string) => Promise<boolean>
}

const SIMPLE = {
  recall: recallTicket,
  pass: passTicket,
  start: startTicket,
  finish: finishTicket,
  resume: resumeTicket,
} as const
export type SimpleAct = keyof typeof SIMPLE

/** The clerk's own window in the hall: how it stands, kept live, and every act on it. */
export function useCallDesk(): CallDesk {
  const queries = useQueryClient()
  const { data: desk, error } = useQuery(hallDeskQuery())
  const { run, busy, problem, forget } = useHallAct()
  const [nobody, setNobody] = useState(false)
  const windowId = desk?.windowId ?? null
  useHallLive()
  useBeat(windowId)
  const at = { params: { windowId: windowId ?? 0 } }
  const done = async (name: string, send: (commandId: string) => Promise<unknown>) => {
    setNobody(false)
    return (await run({ name, send })) !== undefined
  }
  return {
    desk,
    stale: error as ApiProblem | null,
    isOn: windowId !== null,
    busy,
    problem,
    forget,
    reread: () => void queries.invalidateQueries({ queryKey: hallDeskQuery().queryKey }),
    nobody: nobody && desk?.callable === 0,
    sit: (seat, how) =>
      done(`${how} ${seat}`, (commandId) =>
        call(how === 'sign-on' ? signOn : handOver, {
          params: { windowId: seat },
          body: { commandId },
        }),
      ),
    pause: (reason, text) =>
      done('pause', (commandId) => call(pauseWindow, { ...at, body: { commandId, reason, text } })),
    resume: () => done('resume', (commandId) => call(resumeWindow, { ...at, body: { commandId } })),
    signOff: () => done('sign-off', (commandId) => call(signOff, { ...at, body: { commandId } })),
    next: async (finish) => {
      setNobody(false)
      const answer = await run({
        name: `call-next ${desk?.ticket?.ticketId ?? ''}`,
        send: (commandId) =>
          call(callNext, { ...at, body: finish ? { commandId, finish } : { commandId } }),
      })
      setNobody(answer !== undefined && answer.ticket === null)
      return answer !== undefined
    },
    special: (number, { reason, text }) =>
      done(`special-call ${number}`, (commandId) =>
        call(specialCall, { ...at, body: { commandId, number, reason, text: text.trim() } }),
      ),
    simple: (act, ticketId) =>
      done(`${act} ${ticketId}`, (commandId) =>
        call(SIMPLE[act], { params: { ticketId }, body: { commandId } }),
      ),
    hold: (ticketId, reason) =>
      done(`hold ${ticketId}`, (commandId) =>
        call(holdTicket, { params: { ticketId }, body: { commandId, reason } }),
      ),
    giveBack: (ticketId, reason) =>
      done(`return ${ticketId}`, (commandId) =>
        call(returnTicket, { params: { ticketId }, body: { commandId, reason } }),
      ),
    transfer: (ticketId, to, reason) =>
      done(`transfer ${ticketId}`, (commandId) =>
        call(transferTicket, { params: { ticketId }, body: { commandId, ...to, reason } }),
      ),
  }
}

/** Tells the hall that somebody sits here: a window that falls silent is shown as away. */
function useBeat(windowId: number | null): void {
  useEffect(() => {
    if (windowId === null) return undefined
    const beat = () => {
      call(windowHeartbeat, { params: { windowId } }).catch(() => undefined)
    }
    beat()
    const timer = setInterval(beat, BEAT)
    return () => clearInterval(timer)
  }, [windowId])
}
