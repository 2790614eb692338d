import type { z } from 'zod'
import type { readBookingPlan } from '../../../contract/hall-bookings.ts'
import { longDate } from '../../ui/dates.ts'

export type BookingPlan = z.output<typeof readBookingPlan.reply>
export type PlanDay = BookingPlan['days'][number]
export type PlanSetting = BookingPlan['settings'][number]

export const WEEKDAY_NAMES = [
  '星期一',
  '星期二',
  '星期三',
  '星期四',
  '星期五',
  '星期六',
  '星期日',
] as const

/** 每天，自 2026年4月1日起 · 每逢星期一，自…起 · 2026年4月3日当天 */
export function whenWords({ kind, weekday, day }: Pick<PlanSetting, 'kind' | 'weekday' | 'day'>) {
  if (kind === 'date') return `${longDate(day)}当天`
  const which = kind === 'weekday' ? `每逢${WEEKDAY_NAMES[(weekday ?? 1) - 1] ?? ''}` : '每天'
  return `${which}，自 ${longDate(day)}起`
}

export const SOURCE_MARK = {
  rules: '',
  'every-day': '',
  weekday: '按星期',
  date: '当天',
} as const
