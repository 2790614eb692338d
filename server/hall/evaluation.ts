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
const RATE = 'select rate_service($1, $2, $3, $4, $5, $6, $7, $8, $9) as rated'
const FOLLOW = `
  insert into service_follow_up (region_code, ticket_id, rated_on, opened_at, is_open)
  select e.region_code, e.ticket_id, e.day, e.at, true from service_evaluation e where e.region_code = $1 and e.ticket_id = $2
  on conflict do nothing`
/** 1 and 2 are bad (domain rules §7). */
const BAD = 2
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
    const visits = await http.db.query<{ applicationId: string; act: string }>(CONTACTS, [
      regionCode,
      ticketId,
    ])
    const contacts = visits.flatMap(({ applicationId, act }) => {
      const contact = CONTACT_OF[act as keyof typeof CONTACT_OF]
      return contact === undefined ? [] : [{ applicationId, contact }]
    })
    const isBad = grade <= BAD
    const refused = await record(windowId, body, isBad && contacts.length === 0)
    if (refused !== null) return refused
    let taken = 0
    for (const { applicationId, contact } of contacts) {
      // Its own command: each application keeps its rating, and sent again it is the same.
      const isTaken = await rateContact(regionCode, {
        applicationId,
        commandId: contacts.length === 1 ? commandId : idOf(commandId, applicationId),
        contact,
        grade,
        origin: request.ip,
      })
      if (isTaken) taken += 1
    }
    // Every contact had its rating already: the bad grade is followed up by itself.
    if (isBad && contacts.length > 0 && taken === 0)
      await http.db.query(FOLLOW, [regionCode, ticketId])
    return { ok: true, value: {} }
  })

  /** Null: the grade stands, by this command, now or before. */
  async function record(
    windowId: number,
    { ticketId, commandId, grade }: Rating,
    isFollowed: boolean,
  ) {
    const [given] = await http.db.query<{ commandId: string }>(RATED, [regionCode, ticketId])
    if (given !== undefined) return given.commandId === commandId ? null : rated()
    const state = await store.look(regionCode)
    const open = await evaluationAt(context, state, windowId, nowOf(context, regionCode))
    if (open?.ticketId !== ticketId)
      return refuse('evaluation-gone', '这次服务的评价时间已过，您可以在网上或者用短信链接评价。')
    const at = http.clock(regionCode)
    const { day } = state
    const { clerkId } = open
    const values = [regionCode, ticketId, commandId, day, at, grade, windowId, clerkId, isFollowed]
    const [row] = await http.db.query<{ rated: boolean }>(RATE, values)
    return row?.rated === true ? null : rated()
  }
}

type Rating = z.output<typeof rateService.body>

const rated = () => ({ ok: false, violation: { code: 'already-rated' } }) as const

/** One id a command and application, the same every time: a UUID of version 8, made by its maker's rule. */
function idOf(commandId: string, applicationId: string): string {
  const hex = createHash('sha256').update(`${commandId}${applicationId}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
