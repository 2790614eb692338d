import type { z } from 'zod'
import type { setBookingCapacity } from '../../../contract/hall-bookings.ts'
import { addDays } from '../../../domain/shared/local-date.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import type { BookingPlan } from './plan-words.ts'

export type CapacityWish = z.input<typeof setBookingCapacity.body>
export const CAPACITY_KINDS = ['every-day', 'weekday', 'date'] as const

/** The form as typed. */
export type CapacityForm = {
  readonly queue: CapacityWish['queue']
  readonly kind: CapacityWish['kind']
  /** 1: Monday. */
  readonly weekday: number
  readonly day: string
  readonly seats: string
  /** Again as on the other days; means nothing for every day. */
  readonly withdrawn: boolean
}
const MOST = 200

/** 今天的已经发放: the first day that may still be changed. */
export function firstDay(plan: BookingPlan): string {
  return addDays(plan.today as LocalDate, 1)
}

export function emptyForm(plan: BookingPlan, day: string | null): CapacityForm {
  const queue = (plan.queues.find(({ offered }) => offered) ?? plan.queues[0])?.queue ?? 'A'
  return {
    queue,
    kind: day === null ? 'every-day' : 'date',
    weekday: 1,
    day: day ?? firstDay(plan),
    seats: '',
    withdrawn: false,
  }
}

export function isWithdrawn({ kind, withdrawn }: CapacityForm): boolean {
  return withdrawn && kind !== 'every-day'
}

/** Null while it is not whole. */
export function wishOf(form: CapacityForm, plan: BookingPlan): CapacityWish | null {
  const { queue, kind, weekday, day, seats } = form
  const capacity = /^\d{1,3}$/.test(seats) ? Number(seats) : null
  if (day < firstDay(plan)) return null
  if (!isWithdrawn(form) && (capacity === null || capacity > MOST)) return null
  if (kind === 'every-day') return { kind, queue, validFrom: day, capacity: capacity ?? 0 }
  const own = isWithdrawn(form) ? null : capacity
  return kind === 'date'
    ? { kind, queue, day, capacity: own }
    : { kind, queue, weekday, validFrom: day, capacity: own }
}
