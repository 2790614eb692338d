import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { DayBooking } from '../../../contract/hall-bookings.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { BookingTable } from './booking-table.tsx'
import { CheckInDialog } from './check-in-dialog.tsx'
import { DayHead } from './day-head.tsx'
import { type DayFilter, DayTools } from './day-tools.tsx'
import { dayBookingsQuery } from './booking-queries.ts'
import { NoteDialog } from './note-dialog.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'

type Asked = { readonly act: 'take-back' | 'note'; readonly booking: DayBooking }

const NOBODY = { today: '', bookings: [] } as const
const CHECK_IN = ['hall-manager', 'window-clerk']

/** Who is expected on a day, today first; and checking in by hand whoever stands at the counter. */
export function DayTab({ role }: { role: string }) {
  const [address, setAddress] = useSearchParams()
  const day = address.get('day') ?? ''
  const setDay = (to: string) => setAddress(to === '' ? {} : { day: to }, { replace: true })
  const [filter, setFilter] = useState<DayFilter>({ typed: '', standing: null })
  const [asked, setAsked] = useState<Asked | null>(null)
  const [checkingIn, setCheckingIn] = useState(false)
  const { data, error, refetch, isPending } = useQuery(dayBookingsQuery(day || undefined))
  const { today, bookings } = data ?? NOBODY
  const shownDay = day || today
  const isToday = shownDay === today
  const mayAct = role === 'hall-manager'
  const shown = bookings.filter((one) => isShown(one, filter))
  return (
    <section className="panel" aria-label="预约名单">
      <DayTools
        day={shownDay}
        isToday={isToday}
        onDay={setDay}
        filter={filter}
        onFilter={setFilter}
        onCheckIn={CHECK_IN.includes(role) ? () => setCheckingIn(true) : null}
      />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {data && <DayHead day={data} isToday={isToday} />}
      <BookingTable
        bookings={shown}
        loading={isPending}
        isFiltered={bookings.length > 0}
        onAct={mayAct ? (act, booking) => setAsked({ act, booking }) : null}
      />
      {checkingIn && <CheckInDialog onClose={() => setCheckingIn(false)} />}
      {asked && <ActDialog {...asked} day={shownDay} onClose={() => setAsked(null)} />}
    </section>
  )
}

function ActDialog(props: Asked & { day: string; onClose: () => void }) {
  const { act, booking, day, onClose } = props
  return act === 'note' ? (
    <NoteDialog booking={booking} onClose={onClose} />
  ) : (
    <TakeBackDialog booking={booking} day={day} onClose={onClose} />
  )
}

function isShown(booking: DayBooking, { typed, standing }: DayFilter): boolean {
  if (standing !== null && booking.standing !== standing) return false
  const wanted = typed.trim()
  const { name, codeTail, queueName, itemName } = booking
  return [name, codeTail, queueName, itemName ?? ''].some((text) => text.includes(wanted))
}
