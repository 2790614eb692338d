import type { FastifyInstance } from 'fastify'
import type { BookingContext } from './booking-context.ts'
import { publicBookingRoutes } from './public-routes.ts'
import { staffBookingRoutes } from './staff-routes.ts'

/** Appointments, from both sides of the counter. */
export function bookingRoutes(server: FastifyInstance, context: BookingContext): void {
  publicBookingRoutes(server, context)
  staffBookingRoutes(server, context)
}
