import type { FastifyInstance } from 'fastify'
import { listKnownAnswers, takeKnownAnswers } from '../../contract/known-answers.ts'
import { refusalOfDeed } from '../../domain/access/assurance.ts'
import { type KnownAnswer, knownAnswers } from '../../domain/form/known-answers.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { recordAccess } from '../http/access-audit.ts'
import type { HttpContext } from '../http/http-context.ts'
import { registerOperation } from '../http/register-operation.ts'
import { wireCopy } from '../http/wire-copy.ts'
import { openDraft, refuseSettled } from './draft-access.ts'
import type { DraftContext } from './draft-context.ts'
import type { DraftRow } from './draft-row.ts'
import { inForceNow } from './in-force.ts'
import { type ApplicantOfDraft, earlierOfApplicant } from './earlier-of-applicant.ts'

/** Facts that a window verified before stand in the next form, when the applicant agrees; asked anew each time. */
export function knownAnswersRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  async function knownOf(
    session: ApplicantOfDraft,
    draft: DraftRow,
  ): Promise<readonly KnownAnswer[]> {
    const low =
      session.assurance !== undefined &&
      refusalOfDeed('reuse-materials', session.assurance) !== null
    const form = inForceNow(context, draft.itemId)?.form ?? null
    if (low || form === null) return []
    const earlier = await earlierOfApplicant(context, session, draft)
    return knownAnswers(form, earlier, localDateOf(context.clock(context.regionCode)))
  }

  registerOperation(
    http,
    httpContext,
    listKnownAnswers,
    async ({ params, visitor, request, session }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const known = await knownOf(session, opened.value.draft)
      return {
        ok: true,
        value: {
          known: known.map(({ element, title, sourceNumber, verifiedOn, freshUntil }) => ({
            element,
            title,
            sourceNumber,
            verifiedOn,
            freshUntil,
          })),
        },
      }
    },
  )

  registerOperation(
    http,
    httpContext,
    takeKnownAnswers,
    async ({ params, body, visitor, request, session }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const { draft } = opened.value
      const refused = refuseSettled(draft)
      if (refused !== null) return refused
      const known = await knownOf(session, draft)
      const taken = known.filter(({ element }) => body.elements.includes(element))
      await recordAccess(context.db, context.regionCode, {
        action: 'answers-reused',
        actor: session.actor,
        subjectId: draft.draftId,
        detail: {
          elements: taken.map(({ element }) => element),
          sources: [...new Set(taken.map(({ sourceNumber }) => sourceNumber))],
        },
      })
      const answers = Object.fromEntries(taken.map(({ element, value }) => [element, value]))
      return { ok: true, value: { answers: wireCopy(answers) } }
    },
  )
}
