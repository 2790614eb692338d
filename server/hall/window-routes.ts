import type { FastifyInstance } from 'fastify'
import {
  handOver,
  hallDesk,
  pauseWindow,
  resumeWindow,
  signOff,
  signOn,
  windowHeartbeat,
} from '../../contract/hall.ts'
import { decideWindow, type WindowOrder } from '../../domain/hall/decide-window.ts'
import { hallSentenceOf } from '../../domain/hall/hall-violation.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import { clerkOf, deskOf } from './desk.ts'
import type { HallDecision, HallFact } from './hall-act.ts'
import type { HallContext } from './hall-context.ts'
import { type HallState, heldAt, inHandAt } from './hall-state.ts'

/** A clerk signs on, pauses, hands over, leaves. */
export function windowRoutes(server: FastifyInstance, context: HallContext): void {
  const { http, store } = context

  registerOperation(server, http, hallDesk, async ({ session }) => ({
    ok: true,
    value: await deskOf(context, session),
  }))
  const acts = [
    [signOn, 'sign-on'],
    [resumeWindow, 'resume'],
    [signOff, 'sign-off'],
    [handOver, 'hand-over'],
  ] as const
  for (const [operation, act] of acts)
    registerOperation(server, http, operation, async ({ session, params, body }) =>
      ordered(session, params.windowId, body.commandId, { act }),
    )
  registerOperation(server, http, pauseWindow, async ({ session, params, body }) => {
    const { commandId, reason, text } = body
    return ordered(session, params.windowId, commandId, { act: 'pause', reason, text })
  })
  registerOperation(server, http, windowHeartbeat, async ({ session, params }) => {
    const { regionCode, actor } = session
    return (await store.heartbeat(regionCode, params.windowId, actor.accountId))
      ? { ok: true, value: {} }
      : refuse('not-signed-on', hallSentenceOf({ code: 'not-signed-on' }))
  })

  async function ordered(
    session: Session,
    windowId: number,
    commandId: string,
    order: WindowOrder,
  ) {
    const { accountId, name } = session.actor
    const command = {
      commandId,
      name: order.act,
      subject: String(windowId),
      by: { accountId, name },
    }
    const acted = await store.act(session.regionCode, command, (state, now) =>
      decide(state, now, session, windowId, order),
    )
    return acted.ok ? { ok: true as const, value: await deskOf(context, session) } : acted
  }
}

function decide(
  state: HallState,
  now: number,
  session: Session,
  windowId: number,
  order: WindowOrder,
): HallDecision {
  const inHand = inHandAt(state, windowId)
  const held = heldAt(state, windowId)
  // Who goes for lunch may keep a ticket on hold; who leaves may not.
  const hinders = order.act === 'sign-off' ? (inHand ?? held[0]) : inHand
  const decided = decideWindow(order, clerkOf(session), {
    now,
    windowId,
    sessions: state.sessions,
    configuration: state.configuration.configuration,
    inHand: hinders?.number ?? null,
  })
  if (!decided.ok) {
    const { violation } = decided
    return refuse(violation.code, hallSentenceOf(violation))
  }
  const facts = decided.events.map((event): HallFact => ({ of: 'window', windowId, event }))
  if (order.act !== 'hand-over' || facts.length === 0) return { ok: true, facts }
  const clerkId = session.actor.accountId
  const stay = [...(inHand === undefined ? [] : [inHand]), ...held].map(
    ({ ticketId }): HallFact => ({
      of: 'ticket',
      ticketId,
      event: { type: 'TicketHandedOver', at: now, clerkId },
    }),
  )
  return { ok: true, facts: [...facts, ...stay] }
}
