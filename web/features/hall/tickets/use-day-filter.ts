import { useSearchParams } from 'react-router'
import { QUEUE_CODES, TICKET_STATUSES } from '../../../../domain/queue/ticket.ts'
import type { DayFilter } from '../../../api/hall-queries.ts'

type Field = 'day' | 'number' | 'status' | 'queue' | 'windowId' | 'special'

/** What of a day is shown, kept in the address: a list can be sent to somebody. */
export function useDayFilter(): {
  readonly filter: DayFilter
  /** As it stands in the address. */
  readonly windowId: string | undefined
  readonly change: (field: Field, value: string | undefined) => void
} {
  const [search, setSearch] = useSearchParams()
  const given = (field: Field) => search.get(field) || undefined
  const windowId = given('windowId')
  const window = Number(windowId)
  return {
    windowId,
    filter: {
      day: given('day'),
      number: given('number'),
      status: TICKET_STATUSES.find((one) => one === given('status')),
      queue: QUEUE_CODES.find((one) => one === given('queue')),
      windowId: window > 0 ? window : undefined,
      special: given('special') === 'yes' ? 'yes' : undefined,
    },
    change: (field, value) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          if (value === undefined || value === '') next.delete(field)
          else next.set(field, value)
          return next
        },
        { replace: true },
      ),
  }
}
