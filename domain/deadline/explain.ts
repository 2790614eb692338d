import type { LodgedApplication } from '../application/application.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import type { LocalDate } from '../shared/ids.ts'
import { chineseDate, chineseMonthDay, nextDay, yearOf } from '../shared/local-date.ts'
import { clockPeriodOf, lastDayOf } from './clock-period.ts'
import type { Clock, ClockPeriod } from './clock-period.ts'
import { beginningOf, PROCEDURE_NAME } from './clock-words.ts'
import { holidayOf, unannouncedYearOf, workingDaysBetween } from './working-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** One Chinese sentence: why is it due then? The same on the ribbon, in the notice, in the portal and in the API. */
export function explain(
  clock: Clock,
  application: LodgedApplication,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
): string {
  if (clock === 'acceptance' && application.status === 'awaiting-correction') {
    return '等待申请人补正，自补正材料齐全之日起重新计算 5 个工作日（许可法第 32 条）。'
  }
  const period = clockPeriodOf(clock, application, guide)
  if (period === undefined) return NOT_BEGUN[clock]
  const last = lastDayOf(period, calendar)
  const counting = [
    `自 ${startDate(period.start, last)}${beginningOf(clock, application)}起${limitOf(period)}`,
    ...(period.extension > 0 ? [`经批准延长 ${period.extension} 个工作日`] : []),
    ...daysOff(period.start, period.openPause?.begunOn ?? last, calendar),
    ...procedures(period, calendar),
  ].join('，')
  const articles = `（许可法第 ${articlesOf(period, application).join('、')} 条）`
  return `${counting}${articles}，${ending(period, last, calendar)}。`
}

const NOT_BEGUN = {
  acceptance: '尚未收件，受理期限自收件之日起计算（许可法第 32 条）。',
  decision: '尚未受理，法定期限自受理之日起计算（许可法第 42 条）。',
  committed: '尚未受理，承诺期限自受理之日起计算。',
  issuance: '尚未作出决定，送达期限自作出决定之日起计算（许可法第 44 条）。',
  step: '当前没有计时的环节。',
} as const satisfies Record<Clock, string>

const ARTICLES = {
  acceptance: [32],
  decision: [42],
  committed: [],
  issuance: [44],
  step: [],
} as const satisfies Record<Clock, readonly number[]>

function startDate(start: LocalDate, last: LocalDate): string {
  return yearOf(start) === yearOf(last) ? chineseMonthDay(start) : chineseDate(start)
}

function limitOf({ clock, limit }: ClockPeriod): string {
  switch (clock) {
    case 'committed':
      return `承诺 ${limit} 个工作日`
    case 'step':
      return `限 ${limit} 个工作日`
    case 'acceptance':
    case 'decision':
    case 'issuance':
      return ` ${limit} 个工作日`
  }
}

/** 清明 3 天不计入: weekends that belong to a holiday count among its days. */
function daysOff(start: LocalDate, last: LocalDate, calendar: WorkingCalendar): string[] {
  const counts = new Map<string, number>()
  let madeUp = 0
  for (let date = nextDay(start); date <= last; date = nextDay(date)) {
    const holiday = holidayOf(date, calendar)
    if (holiday !== undefined) counts.set(holiday, (counts.get(holiday) ?? 0) + 1)
    if (calendar.days.get(date)?.kind === 'work') madeUp += 1
  }
  return [
    ...[...counts].map(([holiday, days]) => `${shortName(holiday)} ${days} 天不计入`),
    ...(madeUp > 0 ? [`调休上班 ${madeUp} 天计入`] : []),
  ]
}

function shortName(holiday: string): string {
  return holiday.replaceAll(/(清明|端午|中秋|国庆)节/g, '$1')
}

function procedures(period: ClockPeriod, calendar: WorkingCalendar): string[] {
  return period.excluded.map(
    ({ kind, begunOn, endedOn }) =>
      `${PROCEDURE_NAME[kind]} ${workingDaysBetween(begunOn, endedOn, calendar)} 个工作日不计入`,
  )
}

function articlesOf(period: ClockPeriod, application: LodgedApplication): number[] {
  const { clock, excluded, openPause, noLaterThan } = period
  const deemed = application.acceptance?.deemed && (clock === 'decision' || clock === 'committed')
  return [
    ...(deemed ? [32] : []),
    ...ARTICLES[clock],
    ...(excluded.length > 0 || openPause !== null ? [45] : []),
    ...(noLaterThan === null ? [] : [50]),
    82,
  ]
}

function ending(period: ClockPeriod, last: LocalDate, calendar: WorkingCalendar): string {
  const { clock, start, openPause, noLaterThan } = period
  const expiry =
    noLaterThan === null ? '' : `，许可 ${chineseDate(noLaterThan)}到期，届满前须作出决定`
  if (openPause !== null) {
    const name = PROCEDURE_NAME[openPause.kind]
    const since = openPause.begunOn < start ? start : openPause.begunOn
    const remaining = Math.max(0, workingDaysBetween(since, last, calendar))
    return `${chineseMonthDay(openPause.begunOn)}起${name}期间不计入，${name}结束后续算余下 ${remaining} 个工作日${expiry}`
  }
  const consequence = clock === 'acceptance' ? '，逾期不告知即视为受理' : ''
  const unannounced = unannouncedYearOf(start, last, calendar)
  const provisional =
    unannounced === undefined ? '' : `，${unannounced} 年放假安排尚未公布，此日期为暂定`
  return `至 ${chineseDate(last)}届满${consequence}${expiry}${provisional}`
}
