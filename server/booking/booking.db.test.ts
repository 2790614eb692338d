import { afterAll, describe, expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_HALL } from '../../catalogue/aba/load-hall.ts'
import type { BookingView } from '../../contract/bookings.ts'
import type { RecordedDay } from '../../contract/hall-forecast.ts'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import { composedServer, REGION } from '../../tests/support/composed-server.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { newId } from '../event-log/chain.ts'
import type { Session } from '../http/session.ts'
import type { BookingContext } from './booking-context.ts'
import { makeBooking } from './make-booking.ts'

const { database } = await freshDatabase({ maxConnections: 10 })
/** Monday 2 March 2026, 10:00. */
const MONDAY = '2026-03-02T02:00:00.000Z' as Instant
let now = MONDAY
const server = await composedServer(database, () => now)
afterAll(() => server.close())

/** That minute in China. */
const at = (day: string, time: string) => {
  now = new Date(`${day}T${time}:00+08:00`).toISOString() as Instant
}
const book = async (username: string, day: string, from: string, over: object = {}) =>
  await server.send(username, 'POST', '/api/bookings', {
    bookingId: newId(),
    queue: 'A',
    itemId: null,
    day,
    from,
    ...over,
  })
const cancel = async (username: string, bookingId: string, commandId: string = newId()) =>
  await server.send(username, 'POST', `/api/bookings/${bookingId}/cancel`, { commandId })
type Mine = { bookings: BookingView[]; noShows: number; suspendedUntil: string | null }
const mine = async (username: string): Promise<Mine> =>
  (await server.send(username, 'GET', '/api/bookings/mine')).json()
const freeAt = async (day: string, from: string): Promise<number | undefined> => {
  type Days = { days: { day: string; slots: { from: string; free: number }[] }[] }
  const { days }: Days = (await server.send(null, 'GET', '/api/bookings/days?queue=A')).json()
  return days.find((one) => one.day === day)?.slots.find((slot) => slot.from === from)?.free
}
let device: string | null = null
/** As the kiosk of the hall sends it. */
async function checkIn(by: object, over: object = {}) {
  device ??= await pairedKiosk()
  return await server.http.inject({
    method: 'POST',
    url: '/api/bookings/check-in',
    headers: { 'x-yichuang': '1', 'x-hall-device': device },
    payload: { commandId: newId(), by, ...over },
  })
}
async function pairedKiosk(): Promise<string> {
  const body = { deviceId: newId(), kind: 'kiosk', name: '自助机 1', windowId: null }
  const made = await server.send('dating', 'POST', '/api/hall/devices', body)
  const { pairingCode } = made.json<{ pairingCode: string }>()
  const paired = await server.send(null, 'POST', '/api/hall/devices/pair', { code: pairingCode })
  return paired.json<{ token: string }>().token
}

describe('Many people at once', () => {
  const context: BookingContext = {
    http: {
      db: database,
      clock: () => now,
      regionCode: REGION,
    } as unknown as BookingContext['http'],
    reference: server.applicationContext.reference,
    layout: async () =>
      await Promise.resolve({
        queues: [{ queue: 'A', name: '行政审批（综合）', zoneName: '行政审批区' }],
        hours: ABA_HALL.hours,
      }),
    takeTicket: () => Promise.reject(new Error('Nobody checks in here')),
    isAtHall: () => Promise.resolve(false),
    onClosed: () => Promise.resolve(),
  }
  const person = (number: number) => {
    const identity = `id-card:51322119900101${String(number).padStart(4, '0')}`
    const actor = { accountId: newId() as AccountId, name: '张某某', role: 'applicant', identity }
    return { regionCode: REGION, actor, assurance: 'L2' } as unknown as Session
  }
  const wish = (from: string) => ({
    bookingId: newId(),
    queue: 'A' as const,
    itemId: null,
    day: '2026-03-05',
    from,
  })
  const seats = async (from: number) =>
    await database.query<{ seat: number }>(
      'select seat from slot_seat where region_code = $1 and day = $2 and starts_minute = $3 order by seat',
      [REGION, '2026-03-05', from],
    )

  test('forty at a half-hour of four seats: four have one each, the others are told that it is full', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, number) =>
        makeBooking(context, person(number), wish('10:00')),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(4)
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.violation.code]))
    expect(new Set(refused)).toEqual(new Set(['booking-slot-full']))
    expect(await seats(600)).toEqual([{ seat: 1 }, { seat: 2 }, { seat: 3 }, { seat: 4 }])
  })

  test('one person at every half-hour of the day has one of them', async () => {
    const one = person(90)
    const times = ['09:00', '09:30', '10:30', '11:00', '11:30', '13:30', '14:00', '14:30']
    const answers = await Promise.all(
      times.map(async (from) => makeBooking(context, one, wish(from))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.violation.code]))
    expect(new Set(refused)).toEqual(new Set(['booking-one-a-day']))
  })

  test('no row can give a seat twice or beyond the capacity, whoever writes it', async () => {
    const write = async (seat: number) =>
      await database.query(
        `insert into slot_seat (region_code, queue_id, day, starts_minute, seat, capacity, booking_id, person_key)
         select $1, 'A', '2026-03-05', 600, $2::int, 4, b.booking_id, sha256($3::bytea) from booking b where b.region_code = $1 limit 1`,
        [REGION, seat, `somebody ${seat}`],
      )
    await expect(write(4)).rejects.toMatchObject({ code: '23505' })
    await expect(write(5)).rejects.toMatchObject({ code: '23514' })
  })
})

describe('A citizen', () => {
  test('sees what is free, books, finds it again, and the same press twice is one booking', async () => {
    expect(await freeAt('2026-03-03', '09:30')).toBe(4)
    const bookingId = newId()
    const made = await book('shenqing1', '2026-03-03', '09:30', { bookingId, itemId: 'aba-36' })
    expect(made.json()).toMatchObject({
      standing: 'booked',
      queueName: '行政审批（综合）',
      from: '09:30',
      to: '10:00',
      code: expect.stringMatching(/^\d{8}$/),
      mayCancel: true,
    })
    const again = await book('shenqing1', '2026-03-03', '09:30', { bookingId, itemId: 'aba-36' })
    expect(again.json()).toEqual(made.json())
    expect(await freeAt('2026-03-03', '09:30')).toBe(3)
    expect((await mine('shenqing1')).bookings).toHaveLength(1)
    expect((await mine('shenqing2')).bookings).toEqual([])
  })

  test('is refused by its reason: a second one that day, a Sunday, an unknown half-hour, a queue without windows', async () => {
    const codeOf = async (...wish: Parameters<typeof book>) =>
      (await book(...wish)).json<{ code: string }>().code
    expect(await codeOf('shenqing1', '2026-03-03', '14:00')).toBe('booking-one-a-day')
    expect(await codeOf('shenqing1', '2026-03-08', '09:30')).toBe('booking-day-closed')
    expect(await codeOf('shenqing1', '2026-03-04', '12:30')).toBe('booking-slot-unknown')
    expect(await codeOf('shenqing1', '2026-03-04', '09:30', { queue: 'B' })).toBe(
      'queue-not-bookable',
    )
  })

  test('cancels until two hours before; the seat is free again, and nobody else can cancel it', async () => {
    const made: BookingView = (await book('shenqing2', '2026-03-03', '09:30')).json()
    expect(await freeAt('2026-03-03', '09:30')).toBe(2)
    expect((await cancel('shenqing1', made.bookingId)).statusCode).toBe(404)
    const commandId = newId()
    const cancelled = await cancel('shenqing2', made.bookingId, commandId)
    expect(cancelled.json()).toMatchObject({ standing: 'cancelled', code: null })
    expect((await cancel('shenqing2', made.bookingId, commandId)).statusCode).toBe(200)
    expect(await freeAt('2026-03-03', '09:30')).toBe(3)
    const other: BookingView = (await book('shenqing2', '2026-03-03', '10:00')).json()
    at('2026-03-03', '08:01')
    const late = await cancel('shenqing2', other.bookingId)
    expect(late.json()).toMatchObject({ code: 'booking-too-late-to-cancel' })
  })
})

describe('At the hall', () => {
  test('the code gives a booked ticket from a quarter before, and the same one to whoever comes twice', async () => {
    const [booking] = (await mine('shenqing1')).bookings
    const code = booking?.code ?? ''
    at('2026-03-03', '09:10')
    expect((await checkIn({ kind: 'code', code })).json()).toMatchObject({
      code: 'booking-too-early',
    })
    at('2026-03-03', '09:20')
    await server.send('chuangkou1', 'POST', '/api/hall/windows/1/sign-on', { commandId: newId() })
    const checked = await checkIn({ kind: 'code', code: `${code.slice(0, 4)} ${code.slice(4)}` })
    expect(checked.json()).toMatchObject({ ticketNumber: 'Y001', late: false, from: '09:30' })
    const again = await checkIn({ kind: 'code', code })
    expect(again.json()).toEqual(checked.json())
    expect((await mine('shenqing1')).bookings[0]).toMatchObject({ standing: 'checked-in' })
    expect((await checkIn({ kind: 'code', code: '00000000' })).json()).toMatchObject({
      code: 'booking-not-found',
    })
  })

  test('the card counts at a device of the hall only, and who comes late has an ordinary ticket', async () => {
    at('2026-03-03', '10:16')
    await server.send('chuangkou1', 'POST', '/api/hall/windows/1/heartbeat')
    const by = { kind: 'identity', number: '513225199508200022' }
    const elsewhere = await server.send(null, 'POST', '/api/bookings/check-in', {
      commandId: newId(),
      by,
    })
    expect(elsewhere.json()).toMatchObject({ code: 'device-unknown' })
    const late = await checkIn(by)
    expect(late.json()).toMatchObject({ ticketNumber: 'A001', late: true })
    expect((await mine('shenqing2')).bookings[0]).toMatchObject({ standing: 'late' })
  })

  test('what was told is held against the real wait, and the day is there to be played again', async () => {
    const act = async (url: string, body: object = {}) =>
      await server.send('chuangkou1', 'POST', `/api/hall/${url}`, { commandId: newId(), ...body })
    const call = async () =>
      (await act('windows/1/call-next')).json<{ ticket: { ticketId: string; number: string } }>()
    const first = await call()
    expect(first.ticket.number).toBe('Y001')
    await act(`tickets/${first.ticket.ticketId}/start`)
    at('2026-03-03', '10:30')
    await act(`tickets/${first.ticket.ticketId}/finish`)
    const forecast = await server.send(null, 'GET', '/api/hall/forecast')
    expect(forecast.json().queues[0]).toMatchObject({ queue: 'A', waiting: 1, windows: 1 })
    expect((await call()).ticket.number).toBe('A001')
    const accuracy = await server.send('dating', 'GET', '/api/hall/forecast/accuracy')
    const [told] = accuracy.json<{ rows: object[] }>().rows
    expect(told).toMatchObject({ day: '2026-03-03', queue: 'A', tickets: 2 })
    const played = await server.send('ducha', 'GET', '/api/hall/planner/days/2026-03-03')
    const day: RecordedDay = played.json()
    expect(day.arrivals.map(({ serviceMs, waitedMs }) => [serviceMs, waitedMs])).toEqual([
      [14 * 60_000, 56 * 60_000],
      [null, 14 * 60_000],
    ])
    expect(day.windows).toMatchObject([{ windowId: 1, queues: ['A', 'D'] }])
    expect(JSON.stringify(day)).not.toMatch(/Y001|A001|张/)
  })
})

test('a day that becomes a holiday: its bookings are taken back, told, and shown with the reason', async () => {
  const kept: BookingView = (await book('shenqing1', '2026-03-06', '09:30')).json()
  const lost: BookingView = (await book('shenqing1', '2026-03-05', '14:00')).json()
  const year = ABA_CALENDAR_DATA.years.find((one) => one.year === 2026)
  const days = [...(year?.days ?? []), { date: '2026-03-05', kind: 'off', name: '演示节' }]
  const body = { announced: true, document: '示例〔2026〕1 号', days }
  expect((await server.send('xitong', 'PUT', '/api/calendar/2026', body)).statusCode).toBe(200)
  const { bookings } = await mine('shenqing1')
  const find = (bookingId: string) => bookings.find((one) => one.bookingId === bookingId)
  expect(find(kept.bookingId)).toMatchObject({ standing: 'booked' })
  expect(find(lost.bookingId)).toMatchObject({ standing: 'closed', reason: '演示节放假' })
  const messages = await server.send('shenqing1', 'GET', '/api/messages')
  expect(messages.json().rows[0].text).toContain('3 月 5 日 14:00）因演示节放假取消')
  expect((await book('shenqing1', '2026-03-05', '09:30')).json()).toMatchObject({
    code: 'booking-day-closed',
  })
  expect(await server.booking.closeBookings(REGION)).toBe(0)
})

test('three no-shows end booking online for thirty days; the window of the hall stays open', async () => {
  for (const [today, day] of [
    ['2026-03-09', '2026-03-10'],
    ['2026-03-10', '2026-03-11'],
    ['2026-03-11', '2026-03-12'],
  ] as const) {
    at(today, '10:00')
    expect((await book('qiye1', day, '09:30')).statusCode).toBe(200)
  }
  at('2026-03-13', '10:00')
  expect(await mine('qiye1')).toMatchObject({ suspendedUntil: '2026-04-11' })
  const refused = await book('qiye1', '2026-03-16', '09:30')
  expect(refused.statusCode).toBe(403)
  expect(refused.json<{ detail: string }>().detail).toContain('现场取号不受影响')
  at('2026-04-12', '10:00')
  expect((await book('qiye1', '2026-04-13', '09:30')).statusCode).toBe(200)
})

test('the hall manager sets how many a half-hour takes from a day on; taken seats stay', async () => {
  const set = async (username: string, validFrom: string) =>
    await server.send(username, 'PUT', '/api/bookings/capacity', {
      kind: 'every-day',
      queue: 'A',
      validFrom,
      capacity: 0,
    })
  expect((await set('dating', '2026-04-12')).statusCode).toBe(422)
  expect((await set('dating', '2026-04-13')).statusCode).toBe(200)
  expect((await book('shenqing1', '2026-04-13', '10:00')).json()).toMatchObject({
    code: 'queue-not-bookable',
  })
  const list = await server.send('dating', 'GET', '/api/bookings/of-day?day=2026-04-13')
  expect(list.json().bookings).toMatchObject([{ from: '09:30', standing: 'booked' }])
  expect(list.body).not.toContain('91513200')
})

test('a half-hour takes what its date says, then its weekday, then every day; withdrawn, it is as before', async () => {
  at('2026-04-14', '10:00')
  const set = async (body: object) =>
    await server.send('dating', 'PUT', '/api/bookings/capacity', { queue: 'A', ...body })
  const from = { validFrom: '2026-04-15' }
  const thursday = { kind: 'weekday', weekday: 4, ...from }
  await set({ kind: 'every-day', ...from, capacity: 3 })
  await set({ ...thursday, capacity: 7 })
  await set({ kind: 'date', day: '2026-04-16', capacity: 9 })
  expect(await freeAt('2026-04-15', '09:30')).toBe(3)
  expect(await freeAt('2026-04-16', '09:30')).toBe(9)
  await set({ kind: 'date', day: '2026-04-16', capacity: null })
  expect(await freeAt('2026-04-16', '09:30')).toBe(7)
  await set({ ...thursday, capacity: null })
  expect(await freeAt('2026-04-16', '09:30')).toBe(3)
  expect((await set({ kind: 'date', day: '2026-04-14', capacity: 9 })).statusCode).toBe(422)
  const plan = await server.send('ducha', 'GET', '/api/bookings/plan')
  const { settings } = plan.json<{ settings: { kind: string; capacity: number | null }[] }>()
  expect(settings.filter(({ kind }) => kind === 'every-day')[0]).toMatchObject({ capacity: 3 })
})

test('the hall takes back one appointment or a whole day; each person is told why, once, and the day opens again', async () => {
  const text = async (username: string) =>
    (await server.send(username, 'GET', '/api/messages')).json().rows[0].text as string
  const one: BookingView = (await book('shenqing1', '2026-04-15', '09:30')).json()
  const other: BookingView = (await book('shenqing2', '2026-04-16', '09:30')).json()
  const url = `/api/bookings/${one.bookingId}/take-back`
  const body = { commandId: newId(), reason: '设备检修' }
  for (const _again of [1, 2])
    expect((await server.send('dating', 'POST', url, body)).statusCode).toBe(200)
  expect(await text('shenqing1')).toContain('4 月 15 日 09:30）因设备检修取消')
  const again = await server.send('dating', 'POST', url, { ...body, commandId: newId() })
  expect(again.json()).toMatchObject({ code: 'booking-ended' })
  const close = async (day: string, closed: boolean) =>
    await server.send('dating', 'PUT', `/api/bookings/days/${day}/closing`, {
      closed,
      reason: '停电检修',
    })
  expect((await close('2026-04-18', true)).json()).toMatchObject({ code: 'booking-day-closed' })
  expect((await close('2026-04-16', true)).json()).toMatchObject({ takenBack: 1 })
  expect(await text('shenqing2')).toContain('4 月 16 日 09:30）因停电检修取消')
  const { bookings } = await mine('shenqing2')
  expect(bookings.find(({ bookingId }) => bookingId === other.bookingId)).toMatchObject({
    standing: 'closed',
    reason: '停电检修',
  })
  expect((await book('shenqing2', '2026-04-16', '10:00')).json()).toMatchObject({
    code: 'booking-day-closed',
  })
  await close('2026-04-16', false)
  expect((await book('shenqing2', '2026-04-16', '10:00')).statusCode).toBe(200)
})

test('the hall manager checks in by hand with the code, sees its last digits alone, and notes who did not come', async () => {
  const list = async () =>
    (await server.send('dating', 'GET', '/api/bookings/of-day')).json<{
      bookings: { bookingId: string; standing: string; codeTail: string; notes: object[] }[]
    }>()
  const coming: BookingView = (await book('shenqing1', '2026-04-15', '10:00')).json()
  const note = { noteId: newId(), text: '来电说道路中断' }
  const notes = (bookingId: string) => `/api/bookings/${bookingId}/notes`
  at('2026-04-15', '09:50')
  expect((await server.send('dating', 'POST', notes(coming.bookingId), note)).json()).toMatchObject(
    { code: 'booking-not-missed' },
  )
  await server.send('chuangkou1', 'POST', '/api/hall/windows/1/sign-on', { commandId: newId() })
  const byCode = await server.send('dating', 'POST', '/api/bookings/check-in', {
    commandId: newId(),
    by: { kind: 'code', code: coming.code },
  })
  expect(byCode.json()).toMatchObject({ ticketNumber: 'Y001', late: false })
  const arrived = (await list()).bookings.find(({ bookingId }) => bookingId === coming.bookingId)
  expect(arrived).toMatchObject({ standing: 'checked-in', codeTail: coming.code?.slice(-4) })
  expect(JSON.stringify(arrived)).not.toContain(coming.code ?? '')
  at('2026-04-16', '17:30')
  const overdue = async () => (await list()).bookings.find(({ standing }) => standing === 'overdue')
  const missed = await overdue()
  for (const _again of [1, 2])
    await server.send('dating', 'POST', notes(missed?.bookingId ?? ''), note)
  expect((await overdue())?.notes).toMatchObject([{ text: note.text }])
})
