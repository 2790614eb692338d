import type { ApplicationEvent } from '../../application/events.ts'
import type { ApplicationFacts } from '../../application/facts.ts'
import { isWorkingDay, type WorkingCalendar } from '../../deadline/working-calendar.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { localDateOf, nextDay } from '../../shared/local-date.ts'

/** A date, `paused` or `none`: what a clock shows. */
export type Shown = LocalDate | 'paused' | 'none'
export type DueDates = Readonly<Record<'acceptance' | 'decision' | 'committed' | 'issuance', Shown>>

const WALKED = new WeakMap<WorkingCalendar, Map<string, LocalDate>>()

/** Day by day, the slow and obvious way; remembered, because thousands of lives walk the same days. */
export function nthWorkingDay(
  start: LocalDate,
  days: number,
  calendar: WorkingCalendar,
): LocalDate {
  const walked = WALKED.get(calendar) ?? new Map<string, LocalDate>()
  WALKED.set(calendar, walked)
  const key = `${start} ${days}`
  const known = walked.get(key)
  if (known !== undefined) return known
  let date = start
  for (let left = days; left > 0;) {
    date = nextDay(date)
    if (isWorkingDay(date, calendar)) left -= 1
  }
  walked.set(key, date)
  return date
}

/** What the events alone say of the four due dates, without the state and its clocks (I2). */
export function dueDatesFrom(
  events: readonly ApplicationEvent[],
  { guide, calendar }: ApplicationFacts,
): DueDates {
  if (guide === null) throw new Error('A lodged application has a guide')
  const seen = read(events)
  const limit = (days: number): Shown => {
    if (seen.acceptedOn === null || seen.decidedOn !== null || seen.ended) return 'none'
    if (seen.pausedSince !== null) return 'paused'
    const excluded = seen.pauses
      .map(([from, to]) => workingDaysIn(from, to, calendar))
      .reduce((sum, count) => sum + count, 0)
    const due = nthWorkingDay(seen.acceptedOn, days + excluded, calendar)
    return seen.expiresOn !== null && seen.expiresOn < due ? seen.expiresOn : due
  }
  return {
    acceptance: seen.waitsSince === null ? 'none' : nthWorkingDay(seen.waitsSince, 5, calendar),
    decision: limit(guide.statutoryDays + seen.extension),
    committed: limit(guide.committedDays),
    issuance:
      seen.decidedOn === null || seen.outOfHand
        ? 'none'
        : nthWorkingDay(seen.decidedOn, 10, calendar),
  }
}

function workingDaysIn(after: LocalDate, upTo: LocalDate, calendar: WorkingCalendar): number {
  let count = 0
  for (let date = after; date < upTo;) {
    date = nextDay(date)
    if (isWorkingDay(date, calendar)) count += 1
  }
  return count
}

type Seen = {
  /** The day from which the window's five days run. */
  waitsSince: LocalDate | null
  outstanding: readonly number[]
  acceptedOn: LocalDate | null
  pausedSince: LocalDate | null
  pauses: [LocalDate, LocalDate][]
  extension: number
  expiresOn: LocalDate | null
  decidedOn: LocalDate | null
  outOfHand: boolean
  ended: boolean
}

function read(events: readonly ApplicationEvent[]): Seen {
  const seen: Seen = {
    waitsSince: null,
    outstanding: [],
    acceptedOn: null,
    pausedSince: null,
    pauses: [],
    extension: 0,
    expiresOn: null,
    decidedOn: null,
    outOfHand: false,
    ended: false,
  }
  for (const event of events) note(seen, event)
  return seen
}

// oxlint-disable-next-line complexity -- one line an event; splitting it would hide the count
function note(seen: Seen, event: ApplicationEvent): void {
  const on = localDateOf(event.at)
  if (event.type === 'ApplicationReceived') {
    seen.waitsSince = on
    seen.expiresOn = event.renewal?.protected === true ? event.renewal.expiresOn : null
  } else if (event.type === 'CorrectionRequested') {
    seen.outstanding = event.materials
    seen.waitsSince = null
  } else if (event.type === 'CorrectionSupplied') {
    seen.outstanding = seen.outstanding.filter((asked) => !event.materials.includes(asked))
    if (seen.outstanding.length === 0) seen.waitsSince = on
  } else if (event.type === 'ApplicationAccepted' || event.type === 'ApplicationDeemedAccepted') {
    seen.acceptedOn = event.type === 'ApplicationAccepted' ? on : event.on
    seen.waitsSince = null
  } else if (event.type === 'ClockPaused') seen.pausedSince = on
  else if (event.type === 'ClockResumed' && seen.pausedSince !== null) {
    seen.pauses.push([seen.pausedSince, on])
    seen.pausedSince = null
  } else if (event.type === 'DeadlineExtended') seen.extension += event.days
  else if (event.type === 'LicenceGranted' || event.type === 'LicenceRefused') seen.decidedOn = on
  else if (event.type === 'LicenceDeemedRenewed') seen.decidedOn = event.on
  else if (event.type === 'ResultIssued') seen.outOfHand = event.way === 'courier'
  else if (event.type === 'CourierReturned') seen.outOfHand = false
  else if (event.type === 'ResultDelivered') seen.outOfHand = true
  else if (
    event.type === 'ApplicationDeclined' ||
    event.type === 'ApplicationLapsed' ||
    event.type === 'ApplicationWithdrawn' ||
    event.type === 'ApplicationTerminated'
  ) {
    seen.ended = true
    seen.waitsSince = null
  }
}
