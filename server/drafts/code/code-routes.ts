import type { FastifyInstance } from 'fastify'
import * as contract from '../../../contract/drafts.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import { browserHashFor } from '../browser-cookie.ts'
import { checkView } from '../check-draft.ts'
import { openDraft, refuseSettled } from '../draft-access.ts'
import type { DraftContext } from '../draft-context.ts'
import { bindToAccount, expiresOn, findDraft, letBrowserHold } from '../draft-row.ts'
import { draftView } from '../draft-view.ts'
import { applicantOnly } from '../refusals.ts'
import { draftByCode, newSlipCode } from './slip-codes.ts'
import { submitDraft } from '../submit-draft.ts'

/** A draft goes on elsewhere by its code, is checked, and is submitted. */
export function codeRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  const { db, regionCode } = context
  registerOperation(
    http,
    httpContext,
    contract.makeSlipCode,
    async ({ params, visitor, request }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const settled = refuseSettled(opened.value.draft)
      if (settled !== null) return settled
      const code = await newSlipCode(context, params.draftId)
      return code === undefined
        ? refuse('draft-submitted', '这份草稿已经提交，不再需要取件码。')
        : { ok: true, value: { code, expiresOn: expiresOn(opened.value.draft) } }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.resumeDraft,
    async ({ body, visitor, request, reply }) => {
      const stranger = applicantOnly(visitor)
      if (stranger !== null) return stranger
      const found = await draftByCode(context, { request, visitor }, body.code)
      if (!found.ok) return found
      const draft = found.value
      const account = visitor?.actor.accountId
      if (draft.accountId !== null && draft.accountId !== account)
        return refuse(
          'draft-of-account',
          '这份草稿属于一个账号。请登录那个账号，在“我的草稿”里继续；也可以凭取件码到窗口办理。',
        )
      if (account === undefined) {
        const browser = browserHashFor(request, reply, context)
        await letBrowserHold(db, regionCode, browser, draft.draftId)
      } else if (draft.accountId === null)
        await bindToAccount(db, regionCode, draft.draftId, account)
      const now = await findDraft(db, regionCode, draft.draftId)
      return { ok: true, value: await draftView(context, now ?? draft) }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.checkDraft,
    async ({ params, visitor, request }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const actor = visitor?.actor.role === 'applicant' ? visitor.actor : null
      return { ok: true, value: await checkView(context, opened.value.draft, actor) }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.submitDraft,
    async ({ params, body, session, visitor, request }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const { draft } = opened.value
      // Submitting is the account's: a draft of this browser becomes its own first.
      if (draft.accountId === null)
        await bindToAccount(db, regionCode, draft.draftId, session.actor.accountId)
      return await submitDraft(context, { session, origin: request.ip }, draft, body)
    },
  )
}
