import { useState } from 'react'
import { setBookingCapacity } from '../../../contract/hall-bookings.ts'
import { call } from '../../api/call.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CapacityFields } from './capacity-fields.tsx'
import { type CapacityWish, emptyForm, wishOf } from './capacity-wish.ts'
import type { BookingPlan } from './plan-words.ts'
import { useBookingChange } from './use-booking-change.ts'

/** Seats of a half-hour: of which queue, when, from which day on. `day`: the date that it was asked from. */
export function CapacityDialog(props: {
  plan: BookingPlan
  day: string | null
  onClose: () => void
}) {
  const { plan, onClose } = props
  const [form, setForm] = useState(() => emptyForm(plan, props.day))
  const { run, busy, problem } = useBookingChange((body: CapacityWish) =>
    call(setBookingCapacity, { body }),
  )
  const wish = wishOf(form, plan)
  const taken = plan.days
    .find((one) => one.day === form.day)
    ?.queues.find((one) => one.queue === form.queue)?.booked
  return (
    <ConfirmDialog
      title="调整号源"
      confirmLabel="保存"
      ready={wish !== null}
      busy={busy}
      problem={problem}
      onConfirm={() => {
        if (wish !== null) void run(wish).then((done) => done !== undefined && onClose())
      }}
      onClose={onClose}
    >
      <div className="short-form">
        <CapacityFields plan={plan} form={form} onChange={setForm} />
        <p className="sec small">
          最早从明天起生效。已经约出的不受影响{taken ? `：这一天已约 ${taken} 个` : ''}。
        </p>
      </div>
    </ConfirmDialog>
  )
}
