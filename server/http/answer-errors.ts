import type { FastifyInstance } from 'fastify'
import { logIncident } from './request-log.ts'
import { sendProblem } from './problem.ts'
import { readOnALittle } from './refuse-oversized-files.ts'
import { FILE_TOO_LARGE, refusalOfError } from './refusal-of-error.ts'

/** Whatever is thrown leaves as a problem: a refusal says what to do, a bug only its incident number. */
export function answerErrors(http: FastifyInstance): void {
  http.setErrorHandler((error, request, reply) => {
    const refusal = refusalOfError(error)
    if (refusal === FILE_TOO_LARGE) readOnALittle(request.raw)
    if (refusal) return sendProblem(reply, refusal)
    logIncident(request.log, request.id, error)
    return sendProblem(reply, {
      code: 'internal-error',
      sentence: `系统内部出错，本次操作没有办理。请稍后重试；仍不成功时，请把事件编号 ${request.id} 告诉系统管理员。`,
    })
  })
}
