import { addDays, localDateOf, localMinuteOf } from '../shared/local-date.ts'
import type { Instant, LocalDate } from '../shared/ids.ts'
import type { MessageNature } from './message-kinds.ts'

/** China time. Local policy, 待业主确认: nobody is woken by a courtesy. */
export const QUIET_FROM = '21:00'
export const QUIET_UNTIL = '08:00'

/** When a message may go: a legal notice at once, a courtesy not between 21:00 and 08:00. */
export function sendableAt(nature: MessageNature, at: Instant): Instant {
  if (nature === 'legal') return at
  const time = localMinuteOf(at).slice(11)
  const today = localDateOf(at)
  if (time >= QUIET_FROM) return eightOf(addDays(today, 1))
  return time < QUIET_UNTIL ? eightOf(today) : at
}

/** 08:00 in China is 00:00 UTC. */
function eightOf(day: LocalDate): Instant {
  return `${day}T00:00:00.000Z` as Instant
}
