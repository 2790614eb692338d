import type { FastifyInstance } from 'fastify'
import type { EnquiriesContext } from './enquiries-context.ts'
import { publicEnquiryRoutes } from './public-routes.ts'
import { staffEnquiryRoutes } from './staff-routes.ts'

/** Consultations and complaints, from both sides. */
export function enquiryRoutes(server: FastifyInstance, context: EnquiriesContext): void {
  publicEnquiryRoutes(server, context)
  staffEnquiryRoutes(server, context)
}
