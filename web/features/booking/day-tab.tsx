import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { DayBooking } from '../../../contract/hall-bookings.ts'
import {
  BOOKING_STANDING_NAME,
  BOOKING_STANDINGS,
  type BookingStanding,
} from '../../../domain/booking/booking.ts'
import { longDate, weekdayName } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { BookingTable } from './booking-table.tsx'
import { CheckInDialog } from './check-in-dialog.tsx'
import { dayBookingsQuery } from './booking-queries.ts'
import { NoteDialog } from './note-dialog.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'

type Asked = { readonly act: 'take-back' | 'note'; readonly booking: DayBooking }

/** Who is expected on a day, today first; and checking in by hand whoever stands at the counter. */
export function DayTab({ role }: { role: string }) {
  const [address, setAddress] = useSearchParams()
  const day = address.get('day') ?? ''
  const setDay = (to: string) => setAddress(to === '' ? {} : { day: to }, { replace: true })
  const [typed, setTyped] = useState('')
  const [standing, setStanding] = useState<BookingStanding | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [checkingIn, setCheckingIn] = useState(false)
  const { data, error, refetch, isPending } = useQuery(
    dayBookingsQuery(day === '' ? undefined : day),
  )
  const mayAct = role === 'hall-manager'
  const mayCheckIn = mayAct || role === 'window-clerk'
  const bookings = data?.bookings ?? []
  const shown = bookings.filter(
    (one) => (standing === null || one.standing === standing) && isFound(one, typed),
  )
  const isToday = data === undefined || data.day === data.today
  return (
    <section className="panel" aria-label="预约名单">
      <div className="bookings-tools">
        {mayCheckIn && (
          <button
            type="button"
            className="btn primary"
            disabled={!isToday}
            title={isToday ? undefined : '只有当天的预约可以签到'}
            onClick={() => setCheckingIn(true)}
          >
            人工签到
          </button>
        )}
        <label>
          日期{' '}
          <input
            type="date"
            value={day === '' ? (data?.today ?? '') : day}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        {!isToday && (
          <button type="button" className="link" onClick={() => setDay('')}>
            回到今天
          </button>
        )}
        <Input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="姓名、预约码后四位、业务、事项"
          aria-label="查找预约"
          allowClear
        />
        <Select
          value={standing}
          onChange={(value: BookingStanding | null) => setStanding(value ?? null)}
          placeholder="全部状态"
          aria-label="状态"
          allowClear
          options={BOOKING_STANDINGS.map((value) => ({
            value,
            label: BOOKING_STANDING_NAME[value],
          }))}
        />
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {data && (
        <p className="bookings-day">
          <b>
            {longDate(data.day)} {weekdayName(data.day)}
          </b>
          {isToday && <span className="tag">今天</span>}
          {data.closedBecause !== null && (
            <span className="tag amber">不接受预约：{data.closedBecause}</span>
          )}
          <span className="sec">{countWords(bookings)}</span>
        </p>
      )}
      <BookingTable
        bookings={shown}
        loading={isPending}
        isFiltered={bookings.length > 0}
        onAct={mayAct ? (act, booking) => setAsked({ act, booking }) : null}
      />
      {checkingIn && <CheckInDialog onClose={() => setCheckingIn(false)} />}
      {asked?.act === 'take-back' && (
        <TakeBackDialog
          booking={asked.booking}
          day={data?.day ?? ''}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.act === 'note' && (
        <NoteDialog booking={asked.booking} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}

function isFound(booking: DayBooking, typed: string): boolean {
  const wanted = typed.trim()
  const { name, codeTail, queueName, itemName } = booking
  return [name, codeTail, queueName, itemName ?? ''].some((text) => text.includes(wanted))
}

function countWords(bookings: readonly DayBooking[]): string {
  const parts = BOOKING_STANDINGS.flatMap((standing) => {
    const count = bookings.filter((one) => one.standing === standing).length
    return count === 0 ? [] : [`${BOOKING_STANDING_NAME[standing]} ${count}`]
  })
  return [`共 ${bookings.length} 个`, ...parts].join('，')
}
