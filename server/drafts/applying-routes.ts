import type { FastifyInstance } from 'fastify'
import type { HttpContext } from '../http/http-context.ts'
import { codeRoutes } from './code/code-routes.ts'
import type { DraftContext } from './draft-context.ts'
import { draftRoutes } from './draft-routes.ts'
import { phoneRoutes } from './files/phone-routes.ts'
import { reuseRoutes } from './files/reuse-routes.ts'
import { pageRoutes } from './files/page-routes.ts'
import { knownAnswersRoutes } from './known-answers-routes.ts'
import { startRoute } from './start-draft.ts'
import { uploadRoutes } from './files/upload-routes.ts'
import { windowRoutes } from './code/window-routes.ts'

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
