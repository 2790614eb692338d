import type { FastifyInstance } from 'fastify'
import { followUpService, listServiceFollowUps } from '../../contract/hall-follow-ups.ts'
import { followUpDueOn } from '../../domain/application/supervision/ratings.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { findFollowUp, followUpPage } from './follow-ups.ts'
import type { HallContext } from './hall-context.ts'

const RECORD = 'select follow_up_service($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as outcome'
type Outcome = 'done' | 'seen' | 'moved' | 'settled' | 'missing' | 'reused'

const MISSING = () => refuse('not-found', '没有这条待回访的窗口评价，请刷新列表。')

/** What is done about a bad grade of the counter that belongs to no application. */
export function followUpRoutes(server: FastifyInstance, context: HallContext): void {
  const { http, store, reference } = context
  registerOperation(server, http, listServiceFollowUps, async ({ session, query }) => {
    const state = await store.look(session.regionCode)
    return { ok: true, value: await followUpPage(context, state, query) }
  })
  registerOperation(server, http, followUpService, async ({ session, params, body }) => {
    const { regionCode, actor } = session
    const { ticketId } = params
    const { commandId, expectedCalls, outcome, text } = body
    const at = http.clock(regionCode)
    const on = localDateOf(at)
    const isSettled =
      followUpDueOn({ on, followUps: [{ on, outcome, text }] }, reference.calendar) === null
    const [row] = await http.db.query<{ outcome: Outcome }>(RECORD, [
      regionCode,
      ticketId,
      commandId,
      expectedCalls,
      at,
      outcome,
      text,
      actor.accountId,
      actor.name,
      isSettled,
    ])
    switch (row?.outcome) {
      case 'moved':
        return refuse('changed-meanwhile', '这条评价刚有人登记了回访，请看过再登记。')
      case 'settled':
        return refuse('follow-up-settled', '这条评价已经办结，不用再回访。')
      case 'reused':
        return refuse('command-id-reused', '这个命令标识已用于另一项操作，请重新提交。')
      case 'done':
      case 'seen': {
        const found = await findFollowUp(context, await store.look(regionCode), ticketId)
        return found === undefined ? MISSING() : { ok: true, value: found }
      }
      case 'missing':
      case undefined:
        return MISSING()
    }
  })
}
