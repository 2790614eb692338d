import type { LodgedApplication } from '../application/application.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import type { LocalDate } from '../shared/ids.ts'
import { nextDay } from '../shared/local-date.ts'
import { clockPeriodOf, lastDayOf } from './clock-period.ts'
import type { Clock, ClockPeriod } from './clock-period.ts'
import { beginningOf, PROCEDURE_NAME } from './clock-words.ts'
import { dayNameOf, holidayOf, isProvisional, isWorkingDay } from './working-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export type LedgerDayKind = 'start' | 'working' | 'make-up' | 'weekend' | 'holiday' | 'paused'

export type LedgerDay = {
  readonly date: LocalDate
  /** Which working day of the limit it is; null where it does not count. */
  readonly counted: number | null
  /** A weekend or holiday inside a special procedure stays what it is: it would not have counted anyway. */
  readonly kind: LedgerDayKind
  /** Why it counts or not, with the article, in Chinese. */
  readonly why: string
}

/**
 * Every calendar day from the start of a clock to its last: why is it due then? Empty before the
 * clock begins. While a special procedure is open the last day is not known: the ledger then ends
 * with the day it began, or goes on to `through`.
 */
export function dayLedger(
  clock: Clock,
  application: LodgedApplication,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
  through?: LocalDate,
): readonly LedgerDay[] {
  const period = clockPeriodOf(clock, application, guide)
  if (period === undefined) return []
  const last = endOfLedger(period, calendar, through)
  const start: LedgerDay = {
    date: period.start,
    counted: null,
    kind: 'start',
    why: `${beginningOf(clock, application)}当日，不计入（民法典第 201 条）`,
  }
  const days = [start]
  let counted = 0
  for (let date = nextDay(period.start); date <= last; date = nextDay(date)) {
    const day = ledgerDay(date, counted + 1, period, calendar)
    counted = day.counted ?? counted
    const isDue = period.openPause === null && date === last
    days.push(isDue ? { ...day, why: day.why + lastDayNote(period, last) } : day)
  }
  return days
}

function endOfLedger(
  period: ClockPeriod,
  calendar: WorkingCalendar,
  through: LocalDate | undefined,
): LocalDate {
  if (period.openPause === null) return lastDayOf(period, calendar)
  const { begunOn } = period.openPause
  return through !== undefined && through > begunOn ? through : begunOn
}

function ledgerDay(
  date: LocalDate,
  ordinal: number,
  period: ClockPeriod,
  calendar: WorkingCalendar,
): LedgerDay {
  const provisional = isProvisional(date, calendar) ? '；当年放假安排尚未公布，暂定' : ''
  const name = dayNameOf(date, calendar)
  if (!isWorkingDay(date, calendar)) {
    const kind = holidayOf(date, calendar) === undefined ? 'weekend' : 'holiday'
    return { date, counted: null, kind, why: `${name}，不计入（许可法第 82 条）${provisional}` }
  }
  const procedure = procedureOn(date, period)
  if (procedure !== undefined) {
    const why = `${PROCEDURE_NAME[procedure]}期间，不计入（许可法第 45 条）${provisional}`
    return { date, counted: null, kind: 'paused', why }
  }
  const extended = ordinal > period.limit ? '（延期，许可法第 42 条）' : ''
  const why = `第 ${ordinal} 个工作日${extended}${provisional}`
  return name === undefined
    ? { date, counted: ordinal, kind: 'working', why }
    : { date, counted: ordinal, kind: 'make-up', why: `${name}，${why}` }
}

function procedureOn(
  date: LocalDate,
  period: ClockPeriod,
): ClockPeriod['excluded'][0]['kind'] | undefined {
  const open = period.openPause
  if (open !== null && date > open.begunOn) return open.kind
  return period.excluded.find(({ begunOn, endedOn }) => begunOn < date && date <= endedOn)?.kind
}

function lastDayNote(period: ClockPeriod, last: LocalDate): string {
  return last === period.noLaterThan ? '；许可到期日，届满前须作出决定（许可法第 50 条）' : '，届满'
}
