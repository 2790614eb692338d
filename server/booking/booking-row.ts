import type { Booking } from '../../domain/booking/booking.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export type BookingRow = Booking & {
  readonly accountId: string
  readonly itemId: string | null
  readonly code: string
  readonly reason: string | null
  readonly ticketId: string | null
  readonly madeAt: Instant
}

export const COLUMNS = `b.booking_id as "bookingId", b.account_id as "accountId", b.queue_id as queue, b.item_id as "itemId", b.day::text as day,
  b.starts_minute as "startsMinute", b.ends_minute as "endsMinute", b.code, b.state, b.reason, b.ticket_id as "ticketId", b.made_at as "madeAt"`

const OF_PERSON = `
  select ${COLUMNS} from booking b
   where b.region_code = $1 and (b.person_key = $2 or b.account_id = $3) and b.day >= $4
   order by b.day desc, b.starts_minute desc limit 200`
const OF_ACCOUNT = `
  select ${COLUMNS} from booking b
   where b.region_code = $1 and b.account_id = $2 order by b.day desc, b.starts_minute desc limit 50`
const ONE = `select ${COLUMNS} from booking b where b.region_code = $1 and b.booking_id = $2`
const BY_CODE = `select ${COLUMNS} from booking b where b.region_code = $1 and b.day = $2 and b.code = $3`
const BY_IDENTITY = `
  select ${COLUMNS} from booking b
    join account a on a.region_code = $1 and a.account_id = b.account_id
   where b.region_code = $1 and b.day = $2 and a.identity = any($3::text[]) and b.state in ('booked', 'checked-in', 'late')
   order by b.starts_minute`

/** What counts for a person's rights: the same identity under another account too. */
export async function bookingsOfPerson(
  db: Database,
  regionCode: number,
  who: { readonly personKey: Buffer; readonly accountId: string; readonly since: LocalDate },
): Promise<BookingRow[]> {
  return await db.query<BookingRow>(OF_PERSON, [
    regionCode,
    who.personKey,
    who.accountId,
    who.since,
  ])
}

export async function bookingsOfAccount(
  db: Database,
  regionCode: number,
  accountId: string,
): Promise<BookingRow[]> {
  return await db.query<BookingRow>(OF_ACCOUNT, [regionCode, accountId])
}

export async function findBooking(
  db: Database,
  regionCode: number,
  bookingId: string,
): Promise<BookingRow | undefined> {
  const [row] = await db.query<BookingRow>(ONE, [regionCode, bookingId])
  return row
}

export async function findByCode(
  db: Database,
  regionCode: number,
  day: LocalDate,
  code: string,
): Promise<BookingRow | undefined> {
  const [row] = await db.query<BookingRow>(BY_CODE, [regionCode, day, code])
  return row
}

/** Bookings of that day of whoever holds a document with this number, whatever its kind. */
export async function findByIdentity(
  db: Database,
  regionCode: number,
  day: LocalDate,
  identities: readonly string[],
): Promise<BookingRow | undefined> {
  const [row] = await db.query<BookingRow>(BY_IDENTITY, [regionCode, day, identities])
  return row
}
