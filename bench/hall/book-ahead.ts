import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import type { BookingView } from '../../contract/bookings.ts'
import type { Random } from '../kill/seeded-random.ts'
import type { Caller, HallCaller } from './hall-caller.ts'

type Days = {
  readonly days: readonly {
    readonly day: string
    readonly slots: readonly { readonly from: string; readonly free: number }[]
  }[]
}

/** Ordinary answers: somebody else has the last seat, or the person has one that day. */
export const BOOKING_REFUSALS: readonly string[] = ['booking-slot-full', 'booking-one-a-day']
/** Milliseconds. */
const CHOOSING = [200, 800] as const
const QUEUES = ['A', 'B', 'C', 'D'] as const

/** Looks at the half-hours of a queue, chooses a free one and takes it. Undefined: there was none, or it was refused. */
export async function bookAhead(
  caller: HallCaller,
  citizen: Caller,
  random: Random,
): Promise<BookingView | undefined> {
  const queue = random.pick(QUEUES)
  const path = `/api/bookings/days?queue=${queue}`
  const answer = await caller.read<Days>('booking days', citizen, path)
  const free = (answer?.days ?? []).flatMap(({ day, slots }) =>
    slots.filter((slot) => slot.free > 0).map(({ from }) => ({ day, from })),
  )
  if (free.length === 0) return undefined
  await wait(random.between(...CHOOSING))
  const wish = { bookingId: uuidv7(), queue, itemId: null, ...random.pick(free) }
  return await caller.write<BookingView>('book', citizen, '/api/bookings', wish)
}
