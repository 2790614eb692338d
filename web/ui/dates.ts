import {
  chineseDate,
  localDateOf,
  localMinuteOf,
  weekdayOf,
} from '../../domain/shared/local-date.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'

const WEEKDAY_NAME = {
  monday: '星期一',
  tuesday: '星期二',
  wednesday: '星期三',
  thursday: '星期四',
  friday: '星期五',
  saturday: '星期六',
  sunday: '星期日',
}

/** 2026年3月9日 */
export function longDate(date: string): string {
  return chineseDate(date as LocalDate)
}

/** 3月9日 */
export function monthDay(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

/** 星期二 */
export function weekdayName(date: string): string {
  return WEEKDAY_NAME[weekdayOf(date as LocalDate)]
}

/** The China day of an instant: 2026-03-09 */
export function dayOf(instant: string): string {
  return localDateOf(instant as Instant)
}

/** 2026年3月9日 10:42, China time, from an instant. */
export function longMinute(instant: string): string {
  return `${longDate(dayOf(instant))} ${localMinuteOf(instant as Instant).slice(11)}`
}

/** 3月9日 10:42, China time, from an instant. */
export function shortMinute(instant: string): string {
  return `${monthDay(dayOf(instant))} ${localMinuteOf(instant as Instant).slice(11)}`
}

/** 还剩 3 个工作日, 今天到期, 已超 2 个工作日; working days. */
export function remainingWords(remaining: number | null): string {
  if (remaining === null) return ''
  if (remaining === 0) return '今天到期'
  return remaining > 0 ? `还剩 ${remaining} 个工作日` : `已超 ${-remaining} 个工作日`
}

/** 还剩 3, 今天到期, 已超 2: for narrow columns. */
export function remainingShort(remaining: number | null): string {
  return remainingWords(remaining).replace(' 个工作日', '')
}

type Due = { state: 'none' | 'running' | 'paused'; on: string | null; remaining: number | null }

/** One limit in words: 2026年4月8日（还剩 3 个工作日）, 暂停（剩余 7 个工作日）, 无. */
export function dueWords(due: Due): string {
  if (due.state === 'none') return '无'
  if (due.state === 'paused') return `暂停（剩余 ${due.remaining ?? 0} 个工作日）`
  if (due.on === null) return '待定'
  return due.remaining === null
    ? longDate(due.on)
    : `${longDate(due.on)}（${remainingWords(due.remaining)}）`
}
