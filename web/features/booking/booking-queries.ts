import { queryOptions } from '@tanstack/react-query'
import { listDayBookings, readBookingPlan } from '../../../contract/hall-bookings.ts'
import { call } from '../../api/call.ts'

export const BOOKINGS = 'bookings'
/** People check in at the kiosk meanwhile. */
const LOOK = 15_000

export const dayBookingsQuery = (day: string | undefined) =>
  queryOptions({
    queryKey: [BOOKINGS, 'day', day ?? 'today'],
    queryFn: ({ signal }) =>
      call(listDayBookings, { query: day === undefined ? {} : { day }, signal }),
    staleTime: 0,
    refetchInterval: LOOK,
  })

export const bookingPlanQuery = () =>
  queryOptions({
    queryKey: [BOOKINGS, 'plan'],
    queryFn: ({ signal }) => call(readBookingPlan, { signal }),
    staleTime: 0,
  })
