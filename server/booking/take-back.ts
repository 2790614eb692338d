import type { Instant } from '../../domain/shared/ids.ts'
import { bookingRulesOn } from '../../domain/booking/booking-rules.ts'
import { standingOf } from '../../domain/booking/booking.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { BookingContext } from './booking-context.ts'
import { findBooking } from './booking-row.ts'
import { closedBooking } from './close-bookings.ts'

const TAKE_BACK = `select cancel_booking($1, $2, $3, 'closed', $4, $5, $6) as outcome`
const NOTE = `
  insert into booking_note (region_code, note_id, booking_id, text, by_account, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (region_code, note_id) do nothing`

const NOT_FOUND = refuse('booking-not-found', '没有这个预约，请刷新页面。')

/** Taken back first and then told: of somebody who checks in at that moment nobody says that it is cancelled. Sent again it is told again, once. */
export async function takeBack(
  context: BookingContext,
  { regionCode, actor }: Session,
  bookingId: string,
  { commandId, reason }: { readonly commandId: string; readonly reason: string },
) {
  const { http } = context
  const booking = await findBooking(http.db, regionCode, bookingId)
  if (booking === undefined) return NOT_FOUND
  const at = http.clock(regionCode)
  if (
    booking.state === 'booked' &&
    standingOf(booking, Date.parse(at), bookingRulesOn(booking.day)) !== 'booked'
  )
    return refuse('booking-ended', '这次预约的签到时间已过，不用再取消。')
  const values = [regionCode, bookingId, commandId, actor.accountId, at, reason]
  const [row] = await http.db.query<{ outcome: 'done' | 'seen' | 'moved' }>(TAKE_BACK, values)
  if (row?.outcome === 'moved')
    return refuse('booking-ended', '这次预约已经签到、取消或者结束，请刷新页面。')
  const layout = await context.layout(regionCode)
  await context.onClosed(closedBooking(regionCode, booking, layout, reason))
  return { ok: true as const, value: { bookingId } }
}

/** Only of somebody who did not come; the count of no-shows stays as it is. */
export async function noteNoShow(
  { http }: BookingContext,
  { regionCode, actor }: Session,
  bookingId: string,
  { noteId, text }: { readonly noteId: string; readonly text: string },
) {
  const booking = await findBooking(http.db, regionCode, bookingId)
  if (booking === undefined) return NOT_FOUND
  const at: Instant = http.clock(regionCode)
  const standing = standingOf(booking, Date.parse(at), bookingRulesOn(booking.day))
  if (standing !== 'no-show' && standing !== 'overdue')
    return refuse('booking-not-missed', '只有过了签到时间没有到的预约才能备注。')
  const { accountId, name } = actor
  await http.db.query(NOTE, [regionCode, noteId, bookingId, text, accountId, name, at])
  return { ok: true as const, value: { bookingId } }
}
