import type { Instant, LocalDate } from '../../shared/ids.ts'
import { startOfDay } from '../../shared/local-date.ts'
import type { LodgedApplication } from '../application.ts'
import type { ApplicationEvent } from '../events.ts'
import type { ApplicationFacts, Situation } from '../facts.ts'
import { cardFalls } from './card-falls.ts'
import { deemingFalls } from './deeming-falls.ts'
import { toleranceFalls } from './tolerance-falls.ts'

/** Something the law or the supervision rules do at 00:00 of a day, derived from state: no timer is stored anywhere. */
export type Fall = {
  readonly on: LocalDate
  readonly events: (
    application: LodgedApplication,
    situation: Situation,
    recordedOn: LocalDate,
  ) => readonly ApplicationEvent[]
}
export type TimedFall = { readonly at: Instant; readonly events: Fall['events'] }

/**
 * The next thing that happens by itself, or null. Deeming goes before cards of the same midnight: what is decided by
 * law is not overdue. Never before the last event, so that the trail stays in order.
 */
export function nextFall(
  application: LodgedApplication,
  facts: ApplicationFacts,
): TimedFall | null {
  const falls = [
    ...deemingFalls(application, facts),
    ...toleranceFalls(application, facts),
    ...cardFalls(application, facts),
  ]
  const first = falls.reduce<Fall | null>(
    (earliest, fall) => (earliest === null || fall.on < earliest.on ? fall : earliest),
    null,
  )
  if (first === null) return null
  const at = startOfDay(first.on)
  return { at: at < application.movedAt ? application.movedAt : at, events: first.events }
}
