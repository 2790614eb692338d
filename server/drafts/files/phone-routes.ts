import type { FastifyInstance } from 'fastify'
import { pairPhone, readPairing } from '../../../contract/uploads.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import { openDraft, refuseSettled } from '../draft-access.ts'
import type { DraftContext } from '../draft-context.ts'
import { findDraft } from '../draft-row.ts'
import { pageOf } from '../draft-view.ts'
import { inForceNow } from '../in-force.ts'
import { makePairing, pairingOf } from './pairing.ts'
import { refuseMaterial } from './upload-access.ts'

const EXPIRED = refuse(
  'pairing-expired',
  '二维码已过期（10 分钟内有效），或者申请已经提交。请在电脑上重新生成二维码后再扫。',
)

/** A phone as the desk's scanner: one link, ten minutes, one material. */
export function phoneRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  registerOperation(http, httpContext, pairPhone, async ({ params, visitor, request }) => {
    const opened = await openDraft(context, { request, visitor }, params.draftId)
    if (!opened.ok) return opened
    const { draft } = opened.value
    const refused = refuseSettled(draft) ?? refuseMaterial(context, draft, null, params.number)
    if (refused !== null) return refused
    const { code, expiresAt } = await makePairing(context, draft.draftId, params.number)
    const url = `${context.portalUrl}/scan#${code}`
    return { ok: true, value: { code, url, qr: context.qr(url), expiresAt } }
  })

  registerOperation(http, httpContext, readPairing, async ({ request }) => {
    const { db, regionCode, uploads } = context
    const pairing = await pairingOf(context, request)
    if (pairing === undefined) return EXPIRED
    const draft = await findDraft(db, regionCode, pairing.draftId)
    if (draft === undefined || refuseSettled(draft) !== null) return EXPIRED
    const { item, guide } = inForceNow(context, draft.itemId) ?? {}
    const material = guide?.materials.find(({ number }) => number === pairing.material)
    const stored = await uploads.pagesOf(regionCode, draft.draftId)
    return {
      ok: true,
      value: {
        draftId: draft.draftId,
        material: pairing.material,
        itemName: item?.name ?? '',
        materialName: material?.name ?? '',
        standard: material?.standard ?? '',
        expiresAt: pairing.expiresAt,
        pages: stored
          .filter((upload) => upload.material === pairing.material)
          .map((upload) => pageOf(upload, new Map())),
      },
    }
  })
}
