import {
  chineseDate,
  localDateOf,
  localMinuteOf,
  WEEKDAYS,
  weekdayOf,
} from '../../domain/shared/local-date.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { DATE_WORDS } from './date-words.ts'
import type { UiLanguage } from './language.ts'

/** 2026年3月9日, 9 March 2026 */
export function longDate(date: string, language: UiLanguage = 'zh'): string {
  if (language === 'zh') return chineseDate(date as LocalDate)
  const { year, month, day } = partsOf(date)
  return DATE_WORDS[language].long(year, month, day)
}

/** 3月9日, 9 Mar */
export function monthDay(date: string, language: UiLanguage = 'zh'): string {
  const { month, day } = partsOf(date)
  return DATE_WORDS[language].short(month, day)
}

/** 3月, or 2027年1月 where a year begins. */
export function monthName(date: string, withYear: boolean, language: UiLanguage = 'zh'): string {
  const { year, month } = partsOf(date)
  return withYear ? DATE_WORDS[language].yearMonth(year, month) : DATE_WORDS[language].month(month)
}

/** 星期二 */
export function weekdayName(date: string, language: UiLanguage = 'zh'): string {
  return DATE_WORDS[language].weekdays[WEEKDAYS.indexOf(weekdayOf(date as LocalDate))] ?? ''
}

/** The China day of an instant: 2026-03-09 */
export function dayOf(instant: string): string {
  return localDateOf(instant as Instant)
}

/** 2026年3月9日 10:42, China time, from an instant. */
export function longMinute(instant: string, language: UiLanguage = 'zh'): string {
  return `${longDate(dayOf(instant), language)} ${timeOf(instant)}`
}

/** 3月9日 10:42, China time, from an instant. */
export function shortMinute(instant: string, language: UiLanguage = 'zh'): string {
  return `${monthDay(dayOf(instant), language)} ${timeOf(instant)}`
}

/** 10:42, China time, from an instant. */
export function clockOf(instant: string): string {
  return timeOf(instant)
}

/** 还剩 3 个工作日, 今天到期, 已超 2 个工作日; working days. */
export function remainingWords(remaining: number | null, language: UiLanguage = 'zh'): string {
  if (remaining === null) return ''
  const words = DATE_WORDS[language]
  if (remaining === 0) return words.dueToday
  return remaining > 0 ? words.left(remaining) : words.over(-remaining)
}

/** 还剩 3, 今天到期, 已超 2: for narrow columns. */
export function remainingShort(remaining: number | null, language: UiLanguage = 'zh'): string {
  if (remaining === null) return ''
  const words = DATE_WORDS[language]
  if (remaining === 0) return words.dueToday
  return remaining > 0 ? words.leftShort(remaining) : words.overShort(-remaining)
}

type Due = { state: 'none' | 'running' | 'paused'; on: string | null; remaining: number | null }

/** One limit in words: 2026年4月8日（还剩 3 个工作日）, 暂停（剩余 7 个工作日）, 无. */
export function dueWords(due: Due, language: UiLanguage = 'zh'): string {
  const words = DATE_WORDS[language]
  if (due.state === 'none') return words.noLimit
  if (due.state === 'paused') return words.paused(due.remaining ?? 0)
  if (due.on === null) return words.open
  return due.remaining === null
    ? longDate(due.on, language)
    : words.dateWith(longDate(due.on, language), remainingWords(due.remaining, language))
}

function timeOf(instant: string): string {
  return localMinuteOf(instant as Instant).slice(11)
}

function partsOf(date: string): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}
