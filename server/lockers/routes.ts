import type { FastifyInstance } from 'fastify'
import { clerkLockerRoutes } from './clerk-routes.ts'
import { kioskLockerRoutes } from './kiosk-routes.ts'
import type { LockersContext } from './lockers-context.ts'

/** Results in a locker, from both sides of its doors. */
export function lockerRoutes(server: FastifyInstance, context: LockersContext): void {
  clerkLockerRoutes(server, context)
  kioskLockerRoutes(server, context)
}
