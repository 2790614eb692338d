import type { FastifyInstance } from 'fastify'
import { verifyCode, verifyFile } from '../../contract/documents.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { VerifyContext } from './describe-issued.ts'
import { uploadedPdf } from './uploaded-pdf.ts'
import { verifyByCode } from './verify-by-code.ts'
import { verifyByFile } from './verify-by-file.ts'

/** Files of up to 50 MB each are held in memory: strangers must not fill it. */
const FILES_AT_ONCE = 4
const BUSY = refuse('too-many-attempts', '现在核验文件的人较多，请几秒后再试。', {
  retryAfterSeconds: 3,
})

/** Open to everyone: genuine or not, and valid today or not. */
export function verifyRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: VerifyContext,
): void {
  let filesInHand = 0

  registerOperation(http, httpContext, verifyCode, async ({ params }) => ({
    ok: true,
    value: await verifyByCode(context, httpContext.regionCode, params.code),
  }))

  registerOperation(http, httpContext, verifyFile, async ({ request }) => {
    if (filesInHand >= FILES_AT_ONCE) return BUSY
    filesInHand += 1
    try {
      const uploaded = await uploadedPdf(request)
      if (!uploaded.ok) return uploaded
      return {
        ok: true,
        value: await verifyByFile(context, httpContext.regionCode, uploaded.pdf),
      }
    } finally {
      filesInHand -= 1
    }
  })
}
