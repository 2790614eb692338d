import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { checkIn as operation } from '../../contract/bookings.ts'
import { momentOf } from '../../domain/booking/booking.ts'
import { bookingRulesOn } from '../../domain/booking/booking-rules.ts'
import { checkInOf } from '../../domain/booking/check-booking.ts'
import { clockOf } from '../../domain/booking/slots.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { newId } from '../event-log/chain.ts'
import { createCodeLock } from '../http/code-lock.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { BookingContext } from './booking-context.ts'
import { type BookingRow, findByCode, findByIdentity } from './booking-row.ts'
import { queueNameOf } from './booking-view.ts'

const LOCK_MINUTES = 15
/** A kiosk is one address for everybody who stands at it: mistyping must not close it, guessing eight digits must. */
const LOCK = createCodeLock({ purpose: 'booking', minutes: LOCK_MINUTES, most: { address: 30 } })
const CHECK_IN = 'select check_in_booking($1, $2, $3, $4, $5, $6) as "ticketId"'
const RELEASE = 'select release_check_in($1, $2, $3, $4, $5) as released'
const IDENTITY_OF = 'select identity from account where region_code = $1 and account_id = $2'
const DOCUMENT_KINDS = ['id-card', 'passport', 'hk-macao-permit', 'taiwan-permit'] as const

type Asked = {
  readonly body: z.output<typeof operation.body>
  readonly request: FastifyRequest
  readonly visitor: Session | undefined
}
type Refused = { readonly ok: false; readonly violation: AnyViolation }
type CheckedIn = { readonly ok: true; readonly value: z.output<typeof operation.reply> } | Refused

/** The booking becomes a ticket: of class booked in time, an ordinary one late; whoever comes twice has one ticket. */
export async function checkIn(context: BookingContext, asked: Asked): Promise<CheckedIn> {
  const { http } = context
  const { regionCode } = http
  const found = await findFor(context, asked)
  if ('ok' in found) return found
  const at = http.clock(regionCode)
  const now = Date.parse(at)
  const standing = checkInOf(found, now, bookingRulesOn(found.day))
  if ('refused' in standing && found.ticketId === null)
    return refuseCheckIn(standing.refused, found)
  const isBooked =
    'refused' in standing ? found.state === 'checked-in' : standing.gives === 'booked'
  const ticketId = await claim(context, found, asked.body.commandId, isBooked, at)
  if (ticketId === null) return refuse('booking-ended', '这次预约已经取消或者结束，请取普通号。')
  const identity = await identityNumberOf(context, found.accountId)
  const taken = await context.takeTicket(regionCode, {
    ticketId,
    queue: found.queue,
    itemId: found.itemId,
    slotAt: isBooked ? instantOf(momentOf(found.day, found.startsMinute)) : null,
    identity,
  })
  if (!taken.ok) {
    await http.db.query(RELEASE, [regionCode, found.bookingId, newId(), ticketId, at])
    return taken
  }
  return {
    ok: true,
    value: {
      bookingId: found.bookingId,
      ticketId,
      ticketNumber: taken.number,
      late: !isBooked,
      from: clockOf(found.startsMinute),
      to: clockOf(found.endsMinute),
      queueName: queueNameOf(await context.layout(regionCode), found.queue),
    },
  }
}

async function claim(
  { http }: BookingContext,
  { bookingId }: BookingRow,
  commandId: string,
  isBooked: boolean,
  at: Instant,
): Promise<string | null> {
  const state = isBooked ? 'checked-in' : 'late'
  const values = [http.regionCode, bookingId, commandId, newId(), state, at]
  const [row] = await http.db.query<{ ticketId: string | null }>(CHECK_IN, values)
  return row?.ticketId ?? null
}

async function findFor(
  context: BookingContext,
  { body, request, visitor }: Asked,
): Promise<BookingRow | Refused> {
  const { db, regionCode, clock } = context.http
  const { by } = body
  const today = localDateOf(clock(regionCode))
  if (by.kind === 'identity') {
    if (!(await context.isAtHall(request, visitor)))
      return refuse('device-unknown', '凭证件签到只在大厅的自助机和窗口办理，请使用预约码。')
    const number = by.number.replaceAll(/\s/g, '').toUpperCase()
    const identities = DOCUMENT_KINDS.map((kind) => `${kind}:${number}`)
    const found = await findByIdentity(db, regionCode, today, identities)
    return found ?? refuse('booking-not-found', '这个证件今天没有预约，请取普通号。')
  }
  const keys = [{ kind: 'address', value: request.ip }] as const
  // Real time: a lock is not the procedure's.
  const now = new Date().toISOString() as Instant
  if ((await LOCK.find(db, regionCode, keys, now)) !== undefined)
    return refuse('code-locked', '预约码错误次数太多，请 15 分钟后再试，或者到窗口凭证件签到。', {
      retryAfterSeconds: LOCK_MINUTES * 60,
    })
  const code = by.code.replaceAll(/\D/g, '')
  const found = await findByCode(db, regionCode, today, code)
  if (found !== undefined) return found
  await LOCK.count(db, regionCode, keys, now)
  return refuse('booking-not-found', '今天没有这个预约码的预约，请逐位核对，或者凭证件签到。')
}

function refuseCheckIn(
  violation: 'booking-too-early' | 'booking-ended',
  booking: BookingRow,
): Refused {
  if (violation === 'booking-ended')
    return refuse(violation, '这次预约已经取消或者结束，请取普通号。')
  const { checkInBeforeMinutes } = bookingRulesOn(booking.day)
  const from = clockOf(booking.startsMinute - checkInBeforeMinutes)
  return refuse(
    violation,
    `还不到签到时间：您预约的是 ${clockOf(booking.startsMinute)}，请 ${from} 起签到。`,
  )
}

async function identityNumberOf(
  { http }: BookingContext,
  accountId: string,
): Promise<string | null> {
  const [row] = await http.db.query<{ identity: string | null }>(IDENTITY_OF, [
    http.regionCode,
    accountId,
  ])
  const identity = row?.identity ?? null
  return identity === null ? null : identity.slice(identity.indexOf(':') + 1)
}

function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}
