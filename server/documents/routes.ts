import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/documents.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import type { DocumentsContext } from './documents-context.ts'
import { loadCertificate } from './load-certificate.ts'
import { loadNotice } from './load-notice.ts'
import { noticeInput } from './notice-input.ts'
import { readableApplication, refusalOfKind } from './readable-paper.ts'
import { readSealRegister } from './seal-register.ts'
import { certificateInput, signedCertificate } from './sign-certificate.ts'
import { signedNotice } from './sign-notice.ts'
import { verifyRoutes } from './verify-routes.ts'

const NO_SUCH_NOTICE = refuse('not-found', '没有这份文书，请从办件页面重新打开。')
const NO_CERTIFICATE = refuse(
  'not-found',
  '这件办件没有本系统制发的证照：尚未制证，或者由省级部门制发。',
)
const NOT_SEALED_YET = refuse('not-permitted', '证照尚未盖章，盖章后才能查看和下载。')
const PDF = 'application/pdf'

/** Papers for those who may read the application, verification for everyone, the register of seals. */
export function documentRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DocumentsContext,
): void {
  const { renderer } = context

  registerOperation(http, httpContext, contract.noticePdf, async ({ params, session }) => {
    const asked = await askedNotice(context, session, params.noticeId)
    if (!asked.ok) return asked
    const paper = await signedNotice(context, session.regionCode, params.noticeId)
    if (paper === undefined) return NO_SUCH_NOTICE
    const { document, number } = asked.notice
    return { ok: true, raw: paper.pdf, mediaType: PDF, fileName: `${document.title} ${number}.pdf` }
  })

  registerOperation(http, httpContext, contract.noticePages, async ({ params, session }) => {
    const asked = await askedNotice(context, session, params.noticeId)
    if (!asked.ok) return asked
    const input = await noticeInput(context, asked.notice)
    const pages = await renderer.svg({ ...input, sealShown: 'full' })
    return {
      ok: true,
      value: { title: input.document.title, number: asked.notice.number, pages },
    }
  })

  registerOperation(http, httpContext, contract.certificatePdf, async ({ params, session }) => {
    const asked = await askedCertificate(context, session, params.applicationId)
    if (!asked.ok) return asked
    const { document, sealRecord } = asked.loaded
    const name = `${document.name} ${document.number}`
    if (sealRecord === null) {
      const raw = await renderer.pdf(await certificateInput(context, asked.loaded))
      return { ok: true, raw, mediaType: PDF, fileName: `${name}（草稿）.pdf` }
    }
    const paper = await signedCertificate(context, session.regionCode, sealRecord.recordId)
    if (paper === undefined) return NO_CERTIFICATE
    return { ok: true, raw: paper.pdf, mediaType: PDF, fileName: `${name}.pdf` }
  })

  registerOperation(http, httpContext, contract.certificatePages, async ({ params, session }) => {
    const asked = await askedCertificate(context, session, params.applicationId)
    if (!asked.ok) return asked
    const { document, sealRecord } = asked.loaded
    const input = await certificateInput(context, asked.loaded)
    const sealShown = sealRecord === null ? 'faint' : 'full'
    const pages = await renderer.svg({ ...input, sealShown })
    return { ok: true, value: { title: document.name, number: document.number, pages } }
  })

  registerOperation(http, httpContext, contract.sealRegister, async ({ query, session }) => {
    const page = await readSealRegister(context, session.regionCode, query)
    return page
      ? { ok: true, value: page }
      : refuse('invalid-input', '翻页位置无效，请回到登记簿第一页。')
  })

  verifyRoutes(http, httpContext, context)
}

async function askedNotice(context: DocumentsContext, session: Session, noticeId: string) {
  const notice = await loadNotice(context.db, session.regionCode, noticeId)
  if (notice === undefined) return NO_SUCH_NOTICE
  const readable = await readableApplication(context, session, notice.applicationId)
  if (!readable.ok) return readable
  return refusalOfKind(session, notice.kind) ?? { ok: true as const, notice }
}

async function askedCertificate(
  context: DocumentsContext,
  session: Session,
  applicationId: string,
) {
  const { regionCode, actor } = session
  const readable = await readableApplication(context, session, applicationId)
  if (!readable.ok) return readable
  const loaded = await loadCertificate(context, regionCode, applicationId, readable.state)
  if (loaded === undefined) return NO_CERTIFICATE
  if (loaded.sealRecord === null && actor.role === 'applicant') return NOT_SEALED_YET
  return { ok: true as const, loaded }
}
