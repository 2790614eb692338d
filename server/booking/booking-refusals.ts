import type { BookingViolation, CancelViolation } from '../../domain/booking/check-booking.ts'
import type { BookingRules } from '../../domain/booking/booking-rules.ts'
import { refuse } from '../http/refusal.ts'

type Told = { readonly rules: BookingRules; readonly suspendedUntil: string | null }

/** Why there is no booking, and what to do instead: walking in is always open. */
export function refuseBooking(violation: BookingViolation, { rules, suspendedUntil }: Told) {
  switch (violation) {
    case 'booking-suspended':
      return refuse(
        violation,
        `${rules.noShowDays} 天内 ${rules.noShows} 次预约未到，${suspendedUntil ?? '近期'}（含）前不能网上预约；到大厅现场取号不受影响。`,
      )
    case 'queue-not-bookable':
      return refuse(violation, '这类业务不开放预约，请到大厅现场取号。')
    case 'booking-day-closed':
      return refuse(
        violation,
        `这一天不能预约：请选择下一个工作日起 ${rules.daysAhead} 个工作日之内、大厅开放的日子。`,
        { fields: [{ field: 'day', message: '请另选一天' }] },
      )
    case 'booking-slot-unknown':
      return refuse(violation, '大厅这一天没有这个时段，请从列出的时段中选择。', {
        fields: [{ field: 'from', message: '请另选时段' }],
      })
    case 'booking-one-a-day':
      return refuse(violation, '每人每天预约一次：您这一天已有预约，可以先取消它，或者另选一天。')
  }
}

export function refuseFull() {
  return refuse('booking-slot-full', '这个时段刚刚约满，请另选时段。', {
    fields: [{ field: 'from', message: '约满，请另选时段' }],
  })
}

export function refuseCancelling(violation: CancelViolation, rules: BookingRules) {
  return violation === 'booking-ended'
    ? refuse(violation, '这次预约已经结束或者取消，不用再取消。')
    : refuse(
        violation,
        `开始前 ${rules.cancelBeforeMinutes / 60} 小时之内不能取消；来不了也没有关系，当天未到会记一次爽约。`,
      )
}
