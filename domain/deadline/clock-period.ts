import type { LodgedApplication, Pause } from '../application/application.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import type { LocalDate } from '../shared/ids.ts'
import { addWorkingDays, workingDaysBetween } from './working-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export const CLOCKS = ['acceptance', 'decision', 'committed', 'issuance', 'step'] as const
export type Clock = (typeof CLOCKS)[number]

/** Working days to accept, decline or ask for correction (Licensing Law art. 32). */
export const ACCEPTANCE_LIMIT = 5
/** Working days from the decision to the certificate in hand (art. 44). */
export const ISSUANCE_LIMIT = 10

/** What a clock counts, whether it still runs or not. */
export type ClockPeriod = {
  readonly clock: Clock
  /** Not counted itself (Civil Code art. 201). */
  readonly start: LocalDate
  /** Working days. */
  readonly limit: number
  /** Working days added by an extension (art. 42). */
  readonly extension: number
  /** Ended special procedures (art. 45), each cut to this period, merged where they touch. */
  readonly excluded: readonly Interval[]
  readonly openPause: Pause | null
  /** A protected renewal is decided before the certificate expires, whatever the count (art. 50). */
  readonly noLaterThan: LocalDate | null
}

/** Days in (begunOn, endedOn]. */
export type Interval = Pick<Pause, 'kind'> & {
  readonly begunOn: LocalDate
  readonly endedOn: LocalDate
}

/** The period a clock counts in this application; undefined while it has not begun. */
export function clockPeriodOf(
  clock: Clock,
  application: LodgedApplication,
  guide: ServiceGuide,
): ClockPeriod | undefined {
  switch (clock) {
    case 'acceptance':
      return acceptancePeriod(application)
    case 'decision':
    case 'committed':
      return limitPeriod(clock, application, guide)
    case 'issuance':
      return issuancePeriod(application)
    case 'step':
      return stepPeriod(application, guide)
  }
}

export function acceptancePeriod(application: LodgedApplication): ClockPeriod {
  const start = application.correctedOn ?? application.receivedOn
  return withoutPauses('acceptance', start, ACCEPTANCE_LIMIT)
}

export function limitPeriod(
  clock: 'decision' | 'committed',
  application: LodgedApplication,
  guide: ServiceGuide,
): ClockPeriod | undefined {
  const { acceptance, extension, renewal } = application
  if (acceptance === null) return undefined
  const { start, excluded, openPause } = withPauses(application, acceptance.on)
  return {
    clock,
    start,
    excluded,
    openPause,
    limit: clock === 'decision' ? guide.statutoryDays : guide.committedDays,
    extension: clock === 'decision' ? (extension?.days ?? 0) : 0,
    noLaterThan: renewal?.protected ? renewal.expiresOn : null,
  }
}

export function issuancePeriod({ decision }: LodgedApplication): ClockPeriod | undefined {
  return decision === null ? undefined : withoutPauses('issuance', decision.on, ISSUANCE_LIMIT)
}

export function stepPeriod(
  application: LodgedApplication,
  guide: ServiceGuide,
): ClockPeriod | undefined {
  const { step } = application
  if (step === null) return undefined
  const { start, excluded, openPause } = withPauses(application, step.enteredOn)
  return {
    clock: 'step',
    start,
    excluded,
    openPause,
    limit: guide.stepLimits[step.name],
    extension: 0,
    noLaterThan: null,
  }
}

/** Working days that do not count because of ended special procedures. */
export function excludedDays(period: ClockPeriod, calendar: WorkingCalendar): number {
  return period.excluded.reduce(
    (sum, { begunOn, endedOn }) => sum + workingDaysBetween(begunOn, endedOn, calendar),
    0,
  )
}

/** The last day, as if no procedure were open. */
export function lastDayOf(period: ClockPeriod, calendar: WorkingCalendar): LocalDate {
  const counted = period.limit + period.extension + excludedDays(period, calendar)
  const due = addWorkingDays(period.start, counted, calendar)
  return period.noLaterThan !== null && period.noLaterThan < due ? period.noLaterThan : due
}

function withoutPauses(clock: Clock, start: LocalDate, limit: number): ClockPeriod {
  return { clock, start, limit, extension: 0, excluded: [], openPause: null, noLaterThan: null }
}

function withPauses(
  { pauses }: LodgedApplication,
  start: LocalDate,
): Pick<ClockPeriod, 'start' | 'excluded' | 'openPause'> {
  if (pauses.length === 0) return { start, excluded: [], openPause: null }
  const excluded: Interval[] = []
  const ended = pauses.flatMap(({ kind, begunOn, endedOn }) =>
    endedOn === null || endedOn <= start
      ? []
      : [{ kind, begunOn: begunOn < start ? start : begunOn, endedOn }],
  )
  for (const pause of ended.toSorted((a, b) => (a.begunOn < b.begunOn ? -1 : 1))) {
    const last = excluded.at(-1)
    if (last === undefined || last.endedOn <= pause.begunOn) excluded.push(pause)
    else if (pause.endedOn > last.endedOn) excluded.push({ ...pause, begunOn: last.endedOn })
  }
  return { start, excluded, openPause: pauses.find((pause) => pause.endedOn === null) ?? null }
}
