import type { FastifyInstance } from 'fastify'
import type { HttpContext } from '../http/http-context.ts'
import { accountRoutes } from './account-routes.ts'
import { sessionRoutes } from './session-routes.ts'

/** Who is signed in, and who may be: every operation of contract/session.ts and contract/accounts.ts. */
export function accessRoutes(http: FastifyInstance, context: HttpContext): void {
  sessionRoutes(http, context)
  accountRoutes(http, context)
}
