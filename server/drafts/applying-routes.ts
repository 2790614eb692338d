import type { FastifyInstance } from 'fastify'
import type { HttpContext } from '../http/http-context.ts'
import { codeRoutes } from './code-routes.ts'
import type { DraftContext } from './draft-context.ts'
import { draftRoutes } from './draft-routes.ts'
import { phoneRoutes } from './phone-routes.ts'
import { reuseRoutes } from './reuse-routes.ts'
import { uploadRoutes } from './upload-routes.ts'

/** Every operation of applying online. */
export function applyingRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  draftRoutes(http, httpContext, context)
  codeRoutes(http, httpContext, context)
  uploadRoutes(http, httpContext, context)
  phoneRoutes(http, httpContext, context)
  reuseRoutes(http, httpContext, context)
}
