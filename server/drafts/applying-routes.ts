import type { FastifyInstance } from 'fastify'
import type { HttpContext } from '../http/http-context.ts'
import { codeRoutes } from './code-routes.ts'
import type { DraftContext } from './draft-context.ts'
import { draftRoutes } from './draft-routes.ts'
import { phoneRoutes } from './phone-routes.ts'
import { knownAnswersRoutes } from './known-answers-routes.ts'
import { reuseRoutes } from './reuse-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { startRoute } from './start-draft.ts'
import { uploadRoutes } from './upload-routes.ts'
import { windowRoutes } from './window-routes.ts'

/** Every operation of applying online. */
export function applyingRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  startRoute(http, httpContext, context)
  draftRoutes(http, httpContext, context)
  codeRoutes(http, httpContext, context)
  windowRoutes(http, httpContext, context)
  uploadRoutes(http, httpContext, context)
  pageRoutes(http, httpContext, context)
  phoneRoutes(http, httpContext, context)
  reuseRoutes(http, httpContext, context)
  knownAnswersRoutes(http, httpContext, context)
}
