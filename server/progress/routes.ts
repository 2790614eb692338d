import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { lookUpProgress } from '../../contract/progress.ts'
import type { HttpContext } from '../http/http-context.ts'
import { registerOperation } from '../http/register-operation.ts'
import { NOT_FOUND, openByCode } from './open-by-code.ts'

export type Progress = z.input<typeof lookUpProgress.reply>

export type ProgressOptions = {
  /** The hash that the application keeps of its query code (server/application/verify-code.ts). */
  readonly hashOf: (applicationId: string, code: string) => string
  /** What somebody with the code may see. */
  readonly read: (regionCode: number, applicationId: string) => Promise<Progress | null>
}

/** Progress by number and query code. */
export function progressRoutes(
  http: FastifyInstance,
  context: HttpContext,
  options: ProgressOptions,
): void {
  const { db, regionCode } = context
  registerOperation(http, context, lookUpProgress, async ({ body, request }) => {
    const opened = await openByCode(db, regionCode, { ...body, address: request.ip }, options)
    if (!opened.ok) return opened
    const progress = await options.read(regionCode, opened.applicationId)
    if (progress === null) return NOT_FOUND
    return { ok: true, value: progress }
  })
}
