import type { FastifyInstance } from 'fastify'
import * as contract from '../../../contract/bundle-drafts.ts'
import type { DraftApplicant } from '../../../contract/drafts.ts'
import { localDateOf } from '../../../domain/shared/local-date.ts'
import { recordAccess } from '../../http/access-audit.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import type { Session } from '../../http/session.ts'
import { wireCopy } from '../../http/wire-copy.ts'
import type { BundleDraftRow } from './bundle-draft-row.ts'
import { bundleDraftByCode, newBundleSlip, refuseOthers } from './bundle-slips.ts'

/** Bytes of everything typed into one draft, as for a single item. */
const MOST_TYPED = 256 * 1024
const TOO_LARGE = refuse(
  'draft-too-large',
  '填写的内容超过 256 KB，没有保存。请把长的说明做成文件，再精简填写的文字。',
)

export type BundleDraftSources = {
  readonly isOffered: (bundleId: string) => boolean
  /** Who applies by this draft: whom its mandate names, whose account kept it, or who was typed. */
  readonly applicantOf: (
    regionCode: number,
    draft: Pick<BundleDraftRow, 'accountId' | 'content'>,
  ) => Promise<DraftApplicant>
}

/** A bundle being filled in leaves the device only with a code: for another device, or for the window. */
export function bundleDraftRoutes(
  server: FastifyInstance,
  http: HttpContext,
  { isOffered, applicantOf }: BundleDraftSources,
): void {
  const { db, regionCode, clock } = http
  registerOperation(server, http, contract.makeBundleSlip, async ({ params, body, visitor }) => {
    const staff = refuseStaff(visitor)
    if (staff !== null) return staff
    const { bundleId, content } = body
    if (!isOffered(bundleId)) return refuse('not-found', '没有这件事，请从“一件事”清单中选择。')
    if (Buffer.byteLength(JSON.stringify(content)) > MOST_TYPED) return TOO_LARGE
    return await newBundleSlip(http, {
      draftId: params.draftId,
      bundleId,
      accountId: visitor?.actor.accountId ?? null,
      content,
      at: clock(regionCode),
    })
  })
  registerOperation(
    server,
    http,
    contract.resumeBundleDraft,
    async ({ body, visitor, request }) => {
      const staff = refuseStaff(visitor)
      if (staff !== null) return staff
      const found = await bundleDraftByCode(http, { request, visitor }, body.code)
      if (!found.ok) return found
      return refuseOthers(found.value, visitor) ?? { ok: true, value: viewOf(found.value) }
    },
  )
  registerOperation(
    server,
    http,
    contract.openBundleDraftAtWindow,
    async ({ body, session, request }) => {
      const found = await bundleDraftByCode(http, { request, visitor: session }, body.code)
      if (!found.ok) return found
      await recordAccess(db, regionCode, {
        action: 'draft-opened-at-window',
        actor: session.actor,
        subjectId: found.value.draftId,
        detail: { bundle: found.value.bundleId },
      })
      const view = viewOf(found.value)
      const applicant = await applicantOf(regionCode, found.value)
      return { ok: true, value: { ...view, content: { ...view.content, applicant } } }
    },
  )
}

function viewOf({ bundleId, savedAt, expiresAt, content }: BundleDraftRow) {
  return { bundleId, savedAt, expiresOn: localDateOf(expiresAt), content: wireCopy(content) }
}

function refuseStaff(visitor: Session | undefined) {
  return visitor === undefined || visitor.actor.role === 'applicant'
    ? null
    : refuse(
        'not-permitted',
        '工作账号不能填写网上申请，请退出后以申请人账号办理，或者在窗口收件。',
      )
}
