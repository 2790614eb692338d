import { uuidv7 } from 'uuidv7'
import { checkIn } from '../../contract/bookings.ts'
import { returnAtKiosk, takeTicket } from '../../contract/tickets.ts'
import type { Visitor } from './day-script.ts'
import { type DayRun, momentAt, pass } from './day-run.ts'

/** Minutes after which somebody who missed the call stands at the kiosk again. */
const BACK_AFTER = 9

/** Everybody comes at their minute and takes a ticket at the kiosk, with the code where they booked. */
export async function visitorsCome(
  run: DayRun,
  visitors: readonly Visitor[],
  codes: ReadonlyMap<Visitor, string>,
): Promise<void> {
  const { clock, signal, tally } = run
  for (const visitor of visitors) {
    await clock.until(momentAt(run, visitor.comesMinute), signal)
    if (signal.aborted) return
    const code = codes.get(visitor)
    const ticketId = code === undefined ? await take(run, visitor) : await check(run, code)
    if (ticketId === undefined) {
      tally.refused += 1
      continue
    }
    tally.came += 1
    tally.open += 1
    run.holders.set(ticketId, visitor)
  }
}

async function take(
  { client, places }: DayRun,
  { queue, priorityReason }: Visitor,
): Promise<string | undefined> {
  const body = { ticketId: uuidv7(), queue, priorityReason, itemId: null, identity: null }
  const taken = await client.send({ device: places.kiosk }, takeTicket, { body })
  return taken.ok ? taken.value.ticketId : undefined
}

async function check({ client, places, tally }: DayRun, code: string): Promise<string | undefined> {
  const body = { commandId: uuidv7(), by: { kind: 'code' as const, code } }
  const checked = await client.send({ device: places.kiosk }, checkIn, { body })
  if (!checked.ok) return undefined
  tally.booked += 1
  return checked.value.ticketId
}

/** The holder of a passed ticket comes back, once. */
export async function comeBack(run: DayRun, ticketId: string): Promise<void> {
  const { client, places, tally } = run
  await pass(run, BACK_AFTER)
  const back = await client.send({ device: places.kiosk }, returnAtKiosk, {
    params: { ticketId },
    body: { commandId: uuidv7() },
  })
  if (back.ok) tally.open += 1
}
