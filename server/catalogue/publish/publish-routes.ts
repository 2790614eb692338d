import type { FastifyInstance } from 'fastify'
import {
  checkDraft,
  compareDraft,
  previewImpact,
  tryDraft,
} from '../../../contract/catalogue-checking.ts'
import { publishDraft } from '../../../contract/catalogue-editing.ts'
import { mayPublish } from '../../../domain/catalogue/draft/draft-permissions.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import { localDateOf } from '../../../domain/shared/local-date.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import { contentInForce } from './content-in-force.ts'
import { compareContents, diffNames } from '../draft/draft-changes.ts'
import { draftFor, isAnswer } from '../draft/draft-for.ts'
import { draftImpact } from './draft-impact.ts'
import { wasDone } from '../draft/draft-store.ts'
import { draftView } from '../draft/draft-view.ts'
import { lintDraft, publishStoredDraft, tryDraftGuide } from './publish-draft.ts'

/** What a draft would do, and the publishing of it. */
export function publishRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: CatalogueContext,
): void {
  const { db, reference } = context

  registerOperation(http, httpContext, checkDraft, async ({ params, session }) => {
    const draft = await draftFor(context, session, params.draftId)
    if (isAnswer(draft)) return draft
    return {
      ok: true,
      value: { findings: [...(await lintDraft(context, session.regionCode, draft))] },
    }
  })

  registerOperation(http, httpContext, tryDraft, async ({ params, session }) => {
    const { regionCode, actor } = session
    const draft = await draftFor(context, session, params.draftId)
    if (isAnswer(draft)) return draft
    const refused = mayPublish(actor, draft.departmentId)
    if (refused !== null) return refuse(refused.violation.code, refused.violation.sentence)
    const today = localDateOf(context.clock(regionCode))
    const problems = await tryDraftGuide(context, regionCode, draft, today)
    return { ok: true, value: { version: draft.version, problems: [...problems] } }
  })

  registerOperation(http, httpContext, compareDraft, async ({ params, session }) => {
    const draft = await draftFor(context, session, params.draftId)
    if (isAnswer(draft)) return draft
    const today = localDateOf(context.clock(session.regionCode))
    const inForce = contentInForce(reference, draft, today)
    return {
      ok: true,
      value: {
        beforeTitle: inForce?.title ?? '（尚无）',
        afterTitle: '草稿',
        lines: compareContents(inForce?.content ?? null, draft.content, diffNames(context)),
      },
    }
  })

  registerOperation(http, httpContext, previewImpact, async ({ params, session }) => {
    const draft = await draftFor(context, session, params.draftId)
    if (isAnswer(draft)) return draft
    return { ok: true, value: await draftImpact(context, session.regionCode, draft) }
  })

  registerOperation(http, httpContext, publishDraft, async ({ params, body, session }) => {
    const { regionCode, actor } = session
    const draft = await draftFor(context, session, params.draftId)
    if (isAnswer(draft)) return draft
    const { commandId, expectedVersion, effectiveOn } = body
    if (await wasDone(db, regionCode, draft.draftId, commandId))
      return { ok: true, value: await draftView(context, regionCode, draft, actor) }
    const published = await publishStoredDraft(context, draft, {
      regionCode,
      by: actor,
      commandId,
      expectedVersion,
      effectiveOn: effectiveOn as LocalDate,
    })
    if (!published.ok) {
      // Asked again while the first asking still tried the guide: it is published by now.
      const now = await draftFor(context, session, draft.draftId)
      return !isAnswer(now) && (await wasDone(db, regionCode, draft.draftId, commandId))
        ? { ok: true, value: await draftView(context, regionCode, now, actor) }
        : published
    }
    return { ok: true, value: await draftView(context, regionCode, published.draft, actor) }
  })
}
