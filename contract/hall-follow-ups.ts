import { z } from 'zod'
import { FOLLOW_UP_OUTCOMES } from '../domain/application/supervision/follow-up-outcome.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing, Page, Text } from './shared.ts'
import { CommandId, TicketParams } from './tickets.ts'

const SUPERVISOR = ['supervisor'] as const

/** A bad grade given at a window's evaluator that belongs to no application. Nobody is named: a ticket holds no name. */
export const ServiceFollowUp = z.strictObject({
  ticketId: z.string(),
  number: z.string(),
  day: z.string(),
  ratedAt: z.string(),
  grade: z.int(),
  gradeName: z.string(),
  windowId: z.int(),
  clerkName: z.string().nullable(),
  queueName: z.string(),
  itemName: z.string().nullable(),
  /** The working day until which the next call is due; null: settled. */
  dueOn: z.string().nullable(),
  light: z.enum(['green', 'amber', 'red']).nullable(),
  calls: z.array(
    z.strictObject({
      at: z.string(),
      outcome: z.string(),
      outcomeName: z.string(),
      text: z.string(),
      byName: z.string(),
    }),
  ),
})
export type ServiceFollowUp = z.output<typeof ServiceFollowUp>

/** Open ones with the oldest rating first, or settled ones with the newest first. */
export const listServiceFollowUps = operation({
  operationId: 'listServiceFollowUps',
  method: 'GET',
  path: '/api/hall/follow-ups',
  access: SUPERVISOR,
  summary: '窗口服务差评待回访',
  params: Nothing,
  query: z.strictObject({ state: z.enum(['open', 'settled']).optional(), ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(ServiceFollowUp),
    next: z.string().nullable(),
    /** All that are open. */
    open: z.int(),
  }),
})
/**
 * By the Service Centre, which served nobody. `expectedCalls`: how many calls the sender saw. Refusals: not-found,
 * follow-up-settled, changed-meanwhile.
 */
export const followUpService = operation({
  operationId: 'followUpService',
  method: 'POST',
  path: '/api/hall/follow-ups/:ticketId',
  access: SUPERVISOR,
  summary: '登记窗口服务差评的回访',
  params: TicketParams,
  query: Nothing,
  body: z.strictObject({
    commandId: CommandId,
    expectedCalls: z.int().min(0).max(1_000),
    outcome: z.enum(FOLLOW_UP_OUTCOMES, '请选择回访的结果'),
    text: Text(2_000),
  }),
  reply: ServiceFollowUp,
})
