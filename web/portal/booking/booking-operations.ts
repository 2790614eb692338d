import type {
  cancelBooking,
  listBookingDays,
  listMyBookings,
  makeBooking,
} from '../../../contract/bookings.ts'
import type { WireOf } from '../../api/call.ts'

export const BOOKING_DAYS: WireOf<typeof listBookingDays> = {
  method: 'GET',
  path: '/api/bookings/days',
}
export const MAKE_BOOKING: WireOf<typeof makeBooking> = { method: 'POST', path: '/api/bookings' }
export const MY_BOOKINGS: WireOf<typeof listMyBookings> = {
  method: 'GET',
  path: '/api/bookings/mine',
}
export const CANCEL_BOOKING: WireOf<typeof cancelBooking> = {
  method: 'POST',
  path: '/api/bookings/:bookingId/cancel',
}
