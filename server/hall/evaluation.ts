import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { openEvaluation, rateService } from '../../contract/hall-devices.ts'
import { servedAt } from '../../domain/queue/queue-day.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { unknownDevice } from './device-routes.ts'
import { findDevice } from './devices.ts'
import { type HallContext, nowOf } from './hall-context.ts'
import type { HallState } from './hall-state.ts'

/** Milliseconds after the end of a service in which it may be rated at the window. Local policy, 待业主确认. */
const RATE_WITHIN_MS = 60_000

const RATED =
  'select command_id as "commandId" from service_evaluation where region_code = $1 and ticket_id = $2'
const RATE = `
  insert into service_evaluation (region_code, ticket_id, command_id, day, at, grade, window_id, clerk_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ticket_id`
const CONTACTS =
  'select application_id as "applicationId", act from visit where region_code = $1 and ticket_id = $2'

/** Which contact of an application a visit was (domain rules §7: one rating a contact). */
const CONTACT_OF = {
  ApplicationReceived: 'intake',
  CorrectionSupplied: 'correction',
  ToleratedMaterialsSupplied: 'correction',
  ResultDelivered: 'delivery',
} as const

type Rateable = {
  readonly ticketId: string
  readonly number: string
  readonly clerkId: string
  readonly until: string
}

/** The service that ended at the window within the minute and has no grade yet; the next call ends it. */
export async function evaluationAt(
  { http }: Pick<HallContext, 'http'>,
  { regionCode, head }: HallState,
  windowId: number,
  now: number,
): Promise<Rateable | null> {
  const { rateable, freeSince } = servedAt(head, windowId)
  const until = freeSince + RATE_WITHIN_MS
  if (rateable === null || now > until) return null
  const rated = await http.db.query(RATED, [regionCode, rateable.ticketId])
  return rated.length > 0 ? null : { ...rateable, until: new Date(until).toISOString() }
}

/** Five faces at the counter: voluntary, none chosen beforehand, once a service. */
export function evaluationRoutes(server: FastifyInstance, context: HallContext): void {
  const { http, store, rateContact } = context
  const { regionCode } = http

  registerOperation(server, http, openEvaluation, async ({ request }) => {
    const device = await findDevice(http, regionCode, request)
    if (device?.kind !== 'evaluator' || device.windowId === null) return unknownDevice()
    const { windowId } = device
    const state = await store.look(regionCode)
    const open = await evaluationAt(context, state, windowId, nowOf(context, regionCode))
    const evaluation =
      open === null ? null : { ticketId: open.ticketId, number: open.number, until: open.until }
    return { ok: true, value: { windowId, evaluation } }
  })
  registerOperation(server, http, rateService, async ({ request, body }) => {
    const device = await findDevice(http, regionCode, request)
    if (device?.kind !== 'evaluator' || device.windowId === null) return unknownDevice()
    const { windowId } = device
    const { ticketId, commandId, grade } = body
    const refused = await record(windowId, body)
    if (refused !== null) return refused
    const contacts = await http.db.query<{ applicationId: string; act: string }>(CONTACTS, [
      regionCode,
      ticketId,
    ])
    for (const { applicationId, act } of contacts) {
      const contact = CONTACT_OF[act as keyof typeof CONTACT_OF]
      if (contact === undefined) continue
      // Its own command: each application keeps its rating, and sent again it is the same.
      await rateContact(regionCode, {
        applicationId,
        commandId: contacts.length === 1 ? commandId : idOf(commandId, applicationId),
        contact,
        grade,
        origin: request.ip,
      })
    }
    return { ok: true, value: {} }
  })

  /** Null: the grade stands, by this command, now or before. */
  async function record(windowId: number, { ticketId, commandId, grade }: Rating) {
    const [given] = await http.db.query<{ commandId: string }>(RATED, [regionCode, ticketId])
    if (given !== undefined) return given.commandId === commandId ? null : rated()
    const state = await store.look(regionCode)
    const open = await evaluationAt(context, state, windowId, nowOf(context, regionCode))
    if (open?.ticketId !== ticketId)
      return refuse('evaluation-gone', '这次服务的评价时间已过，您可以在网上或者用短信链接评价。')
    const at = http.clock(regionCode)
    const values = [regionCode, ticketId, commandId, state.day, at, grade, windowId, open.clerkId]
    return (await http.db.query(RATE, values)).length === 0 ? rated() : null
  }
}

type Rating = z.output<typeof rateService.body>

const rated = () => ({ ok: false, violation: { code: 'already-rated' } }) as const

/** One id a command and application, the same every time: a UUID of version 8, made by its maker's rule. */
function idOf(commandId: string, applicationId: string): string {
  const hex = createHash('sha256').update(`${commandId}${applicationId}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
