import type { checkIn } from '../../../contract/bookings.ts'
import type { WireOf } from '../../api/call.ts'

export const CHECK_IN: WireOf<typeof checkIn> = { method: 'POST', path: '/api/bookings/check-in' }
