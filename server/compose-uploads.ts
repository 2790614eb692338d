import type { FastifyInstance } from 'fastify'
import type { ApplicationContext } from './application/application-context.ts'
import { materialRoutes } from './application/material-routes.ts'
import type { HttpContext } from './http/http-context.ts'
import { inspectUpload } from './uploads/inspect-upload.ts'
import { createQuarantine, type Quarantine, type QuarantineSetting } from './uploads/quarantine.ts'

/** Materials, every file of which is looked into and, where a scanner is set, scanned. */
export function composeUploads(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
  setting: QuarantineSetting,
): Quarantine | null {
  const { db, regionCode } = httpContext
  const quarantine = setting
    ? createQuarantine({ db, regionCode, log: http.log, ...setting })
    : null
  materialRoutes(http, httpContext, context, {
    inspect: inspectUpload,
    examine: quarantine?.examine ?? null,
  })
  quarantine?.start()
  return quarantine
}
