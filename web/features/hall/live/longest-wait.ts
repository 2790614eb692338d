import type { TicketForStaff } from '../../../../contract/tickets.ts'
import { secondsSince } from '../../../ui/duration-words.ts'

/** Whole seconds that whoever has waited longest in a queue waits now; null: nobody waits. */
export function longestWait(
  tickets: readonly Pick<TicketForStaff, 'status' | 'queue' | 'takenAt'>[],
  queue: string,
  now: number,
): number | null {
  const waits = tickets
    .filter((ticket) => ticket.queue === queue && ticket.status === 'waiting')
    .map(({ takenAt }) => secondsSince(takenAt, now))
  return waits.length === 0 ? null : Math.max(...waits)
}
