import type { FastifyInstance } from 'fastify'
import * as contract from '../../../contract/uploads.ts'
import { refusalOfDeed } from '../../../domain/access/assurance.ts'
import { materialsFor } from '../../../domain/catalogue/materials-for.ts'
import { chineseDate, localDateOf } from '../../../domain/shared/local-date.ts'
import {
  copyWatermark,
  TRUST_NAME,
  type MaterialTrust,
} from '../../../domain/upload/material-trust.ts'
import {
  type EarlierApplication,
  reusableMaterials,
  type ReusableFile,
} from '../../../domain/upload/reusable-materials.ts'
import type { StoredUpload } from '../../../domain/upload/stored-upload.ts'
import type { ReusedPage } from '../../../domain/upload/reused-page.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import type { Session } from '../../http/session.ts'
import { openDraft, refuseSettled } from '../draft-access.ts'
import type { Done, DraftContext } from '../draft-context.ts'
import { type DraftRow, touchPages } from '../draft-row.ts'
import { earlierOfApplicant } from '../earlier-of-applicant.ts'
import { pageOf, sourceNumbers } from '../draft-view.ts'
import { inForceNow } from '../in-force.ts'

const TRUST = `
  select t.file_id as "fileId", t.trust, t.via, t.verified_on as "verifiedOn", t.fresh_until as "freshUntil",
         t.consented_at as "consentedAt", a.number as "sourceNumber"
    from material_trust t
    left join application a on a.region_code = $1 and a.application_id = t.source_application_id
   where t.region_code = $1 and t.application_id = $2 order by t.file_id`
const NOT_REUSABLE = refuse(
  'material-not-reusable',
  '这份材料现在不能再次使用：可能已过有效期、证照已失效，或者办事指南不允许。请重新上传。',
)

/** What was verified before serves again, with consent; and how far each material can be trusted. */
export function reuseRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  registerOperation(
    http,
    httpContext,
    contract.listReusable,
    async ({ params, visitor, request, session }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const low = tooLow(session)
      const materials = low === null ? await reusableFor(context, session, opened.value.draft) : []
      return { ok: true, value: { materials: materials.map((material) => ({ ...material })) } }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.reuseMaterial,
    async ({ params, body, visitor, request, session }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const { draft } = opened.value
      const refused = refuseSettled(draft) ?? tooLow(session)
      if (refused !== null) return refused
      const offered = await reusableFor(context, session, draft)
      const source = offered.find(
        ({ material, sourceApplicationId, sourceFileId }) =>
          material === params.number &&
          sourceApplicationId === body.sourceApplicationId &&
          sourceFileId === body.sourceFileId,
      )
      if (source === undefined) return NOT_REUSABLE
      const kept = await keepReused(context, draft, source, body.uploadId)
      if (!kept.ok) return kept
      await touchPages(
        context.db,
        context.regionCode,
        draft.draftId,
        context.clock(context.regionCode),
      )
      return {
        ok: true,
        value: pageOf(kept.value, await sourceNumbers(context, [kept.value])),
      }
    },
  )

  registerOperation(http, httpContext, contract.readMaterialTrust, async ({ params, session }) => {
    const refused = await context.procedure.mayRead(session, params.applicationId)
    if (refused !== null) return refused
    const rows = await context.db.query<TrustRow>(TRUST, [context.regionCode, params.applicationId])
    return {
      ok: true,
      value: { files: rows.map((row) => ({ ...row, trustName: TRUST_NAME[row.trust] })) },
    }
  })
}

function tooLow({ assurance }: Session) {
  const refusal = assurance === undefined ? null : refusalOfDeed('reuse-materials', assurance)
  return refusal === null ? null : { ok: false as const, violation: refusal }
}

type TrustRow = {
  readonly fileId: string
  readonly trust: MaterialTrust
  readonly via: StoredUpload['via']
  readonly verifiedOn: string | null
  readonly freshUntil: string | null
  readonly consentedAt: string | null
  readonly sourceNumber: string | null
}

/** Of the applicant's own earlier applications; under a mandate of the principal's, as far as it carries. */
async function reusableFor(
  context: DraftContext,
  session: Session,
  draft: DraftRow,
): Promise<ReusableFile[]> {
  const { regionCode, reference, clock } = context
  const today = localDateOf(clock(regionCode))
  const guide = inForceNow(context, draft.itemId)?.guide ?? null
  if (guide === null) return []
  const earlier = await earlierOfApplicant(context, session, draft)
  return reusableMaterials(
    materialsFor(guide, draft.content.situation),
    earlier.map(({ applicationId, number, application }): EarlierApplication => {
      const { materials } = reference.getGuide(application.itemId, application.guideVersion)
      const materialNames = Object.fromEntries(materials.map((one) => [one.number, one.name]))
      return { applicationId, number, application, materialNames }
    }),
    today,
  )
}

async function keepReused(
  { uploads, procedure, regionCode, clock, stampCopy }: DraftContext,
  { draftId }: DraftRow,
  source: ReusableFile,
  uploadId: string,
): Promise<Done<StoredUpload>> {
  const page: ReusedPage = { ...source, uploadId, draftId, consentedAt: clock(regionCode) }
  const { sourceFileId } = source
  if (sourceFileId !== null) {
    const kept = await uploads.refer(regionCode, { ...page, sourceFileId })
    return kept === undefined ? NOT_REUSABLE : { ok: true, value: kept }
  }
  const certificate = await procedure.certificate(regionCode, source.sourceApplicationId)
  if (certificate === undefined) return NOT_REUSABLE
  const until = source.freshUntil === null ? null : chineseDate(source.freshUntil)
  const copy = await stampCopy(certificate.pdf, copyWatermark(certificate.issuer, until))
  return { ok: true, value: await uploads.keepCopy(regionCode, page, copy) }
}
