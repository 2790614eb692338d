import type { LocalDate } from '../../domain/shared/ids.ts'
import { addDays, daysBetween, weekdayOf } from '../../domain/shared/local-date.ts'
import type { LedgerView } from '../../contract/clock-view.ts'
import { monthName } from './dates.ts'
import type { UiLanguage } from './language.ts'
import { RIBBON_TEXT } from './ribbon-text.ts'

type LedgerDay = LedgerView['days'][number]

export type RibbonCellKind =
  | 'start'
  | 'used'
  | 'left'
  | 'reserve'
  | 'overrun'
  | 'off'
  | 'paused'
  | 'outside'

export type RibbonCell = {
  /** 1, 2, 3 …: the calendar day's place on the ribbon. */
  readonly column: number
  readonly date: string
  readonly kind: RibbonCellKind
  /** Ordinal of the counted working day; the start is 0; null where the day does not count. */
  readonly ordinal: number | null
  readonly makeUp: boolean
  readonly why: string
}
/** A stretch of days with one name across it; `from` and `to` are columns, both inside. */
export type RibbonRun = {
  readonly kind: 'holiday' | 'pause'
  readonly from: number
  readonly to: number
  /** 清明, 听证 7 个工作日 */
  readonly name: string
}
export type RibbonMonth = { readonly from: number; readonly to: number; readonly name: string }
export type RibbonLayout = {
  readonly cells: readonly RibbonCell[]
  readonly runs: readonly RibbonRun[]
  readonly months: readonly RibbonMonth[]
  /** Working days counted up to and including the day the clock stands at. */
  readonly used: number
  /** Working days of the committed and of the statutory limit. */
  readonly committed: number | null
  readonly statutory: number | null
}

/** Beyond this many days past the ledger's end, the day it stands at is told in words only. */
const LONGEST_TAIL = 90

/** The day the clock stands at: today, or the day it stopped. */
export function standingDay({ endedOn, today }: LedgerView): string {
  return endedOn ?? today
}

export function ribbonLayout(ledger: LedgerView, language: UiLanguage = 'zh'): RibbonLayout {
  const standing = standingDay(ledger)
  const days = upToStandingDay(ledger, language)
  const pauses = pauseRuns(days, language)
  return {
    cells: days.map((day, index) => insidePause(cellOf(day, index + 1, ledger), pauses)),
    runs: [...holidayRuns(days), ...pauses].toSorted((a, b) => a.from - b.from),
    months: monthsOf(days, language),
    used: days.reduce(
      (most, { date, counted }) => (date <= standing ? Math.max(most, counted ?? 0) : most),
      0,
    ),
    committed: ordinalAt(days, ledger.committedOn),
    statutory: ordinalAt(days, ledger.statutoryOn),
  }
}

/** The column of a day, or undefined where the ribbon does not reach. */
export function columnOf(layout: RibbonLayout, date: string | null): number | undefined {
  return layout.cells.find((cell) => cell.date === date)?.column
}

/** Working days from the day the clock stands at to a limit: negative when it has passed. */
export function workingDaysLeft(layout: RibbonLayout, limit: number | null): number | null {
  return limit === null ? null : limit - layout.used
}

/** An overrun goes on: the days after the last limit up to today, or to the end, are drawn as well. */
function upToStandingDay(ledger: LedgerView, language: UiLanguage): readonly LedgerDay[] {
  const standing = standingDay(ledger)
  const last = ledger.days.at(-1)
  if (last === undefined || last.date >= standing) return ledger.days
  const missing = daysBetween(last.date as LocalDate, standing as LocalDate)
  if (missing > LONGEST_TAIL) return ledger.days
  const tail = Array.from({ length: missing }, (_, index): LedgerDay => ({
    date: addDays(last.date as LocalDate, index + 1),
    kind: isWeekend(addDays(last.date as LocalDate, index + 1)) ? 'weekend' : 'after',
    counted: null,
    label: '',
    why: RIBBON_TEXT[language].afterLimit,
  }))
  return [...ledger.days, ...tail]
}

function isWeekend(date: LocalDate): boolean {
  const weekday = weekdayOf(date)
  return weekday === 'saturday' || weekday === 'sunday'
}

function cellOf(day: LedgerDay, column: number, ledger: LedgerView): RibbonCell {
  return {
    column,
    date: day.date,
    kind: kindOf(day, ledger),
    ordinal: isAfterEnd(day.date, ledger) ? null : day.kind === 'start' ? 0 : day.counted,
    makeUp: day.kind === 'make-up' && !isAfterEnd(day.date, ledger),
    why: day.why,
  }
}

/** A weekend inside a special procedure is hatched with it. */
function insidePause(cell: RibbonCell, pauses: readonly RibbonRun[]): RibbonCell {
  const inside = pauses.some(({ from, to }) => from <= cell.column && cell.column <= to)
  return inside && cell.kind === 'off' ? { ...cell, kind: 'paused' } : cell
}

function isAfterEnd(date: string, { endedOn }: LedgerView): boolean {
  return endedOn !== null && date > endedOn
}

function kindOf(day: LedgerDay, ledger: LedgerView): RibbonCellKind {
  if (isAfterEnd(day.date, ledger)) return 'outside'
  switch (day.kind) {
    case 'start':
    case 'paused':
      return day.kind
    case 'weekend':
    case 'holiday':
      return 'off'
    case 'before':
    case 'after':
      return isAfterLimit(day.date, ledger) && day.date <= standingDay(ledger)
        ? 'overrun'
        : 'outside'
    case 'working':
    case 'make-up':
      return countedKindOf(day, ledger)
  }
}

function countedKindOf(day: LedgerDay, ledger: LedgerView): RibbonCellKind {
  if (day.counted === null) return 'outside'
  if (isAfterLimit(day.date, ledger)) return day.date <= standingDay(ledger) ? 'overrun' : 'outside'
  if (day.date <= standingDay(ledger)) return 'used'
  return ledger.committedOn !== null && day.date > ledger.committedOn ? 'reserve' : 'left'
}

function isAfterLimit(date: string, { statutoryOn, committedOn }: LedgerView): boolean {
  const limit = statutoryOn ?? committedOn
  return limit !== null && date > limit
}

function holidayRuns(days: readonly LedgerDay[]): RibbonRun[] {
  const runs: RibbonRun[] = []
  days.forEach((day, index) => {
    if (day.kind !== 'holiday') return
    const column = index + 1
    const name = shortHoliday(day.label)
    const open = runs.at(-1)
    if (open?.name === name && open.to === column - 1)
      runs[runs.length - 1] = { ...open, to: column }
    else runs.push({ kind: 'holiday', from: column, to: column, name })
  })
  return runs
}

/** A special procedure runs on over the weekends inside it; its name tells the working days it took. */
function pauseRuns(days: readonly LedgerDay[], language: UiLanguage): RibbonRun[] {
  const runs: (RibbonRun & { label: string; workingDays: number })[] = []
  days.forEach((day, index) => {
    if (day.kind !== 'paused') return
    const column = index + 1
    const open = runs.at(-1)
    const goesOn =
      open?.label === day.label &&
      days.slice(open.to, index).every(({ kind }) => kind === 'weekend' || kind === 'holiday')
    if (open && goesOn)
      runs[runs.length - 1] = { ...open, to: column, workingDays: open.workingDays + 1 }
    else
      runs.push({
        kind: 'pause',
        from: column,
        to: column,
        name: '',
        label: day.label,
        workingDays: 1,
      })
  })
  return runs.map(({ kind, from, to, label, workingDays }) => ({
    kind,
    from,
    to,
    name: RIBBON_TEXT[language].pauseName(label, workingDays),
  }))
}

function monthsOf(days: readonly LedgerDay[], language: UiLanguage): RibbonMonth[] {
  const months: (RibbonMonth & { key: string })[] = []
  days.forEach(({ date }, index) => {
    const key = date.slice(0, 7)
    const open = months.at(-1)
    if (open?.key === key) months[months.length - 1] = { ...open, to: index + 1 }
    else {
      const newYear = open !== undefined && open.key.slice(0, 4) !== key.slice(0, 4)
      const name = monthName(date, newYear, language)
      months.push({ key, from: index + 1, to: index + 1, name })
    }
  })
  return months.map(({ from, to, name }) => ({ from, to, name }))
}

function ordinalAt(days: readonly LedgerDay[], date: string | null): number | null {
  return days.find((day) => day.date === date)?.counted ?? null
}

function shortHoliday(label: string): string {
  return label.replace(/(清明|端午|中秋|国庆)节/, '$1')
}
