import type { FastifyInstance } from 'fastify'
import type { Actor } from '../domain/shared/actor.ts'
import type { AccountId } from '../domain/shared/ids.ts'
import { identityOf } from '../domain/application/applicant.ts'
import type { ApplicationContext } from './application/application-context.ts'
import { handleCommand } from './application/handle-command.ts'
import { loadApplication } from './application/load-application.ts'
import type { EnquiriesContext } from './enquiries/enquiries-context.ts'
import { enquiryRoutes } from './enquiries/routes.ts'
import { answerTo } from './application/answer.ts'
import type { HttpContext } from './http/http-context.ts'
import { refuse } from './http/refusal.ts'
import { ratingRoutes, type RateAsApplicant } from './ratings/rating-routes.ts'

/** Who rates by a link has no session; the trail names the applicant, and this account. */
const BY_LINK = '00000000-0000-7000-8000-000000000001' as AccountId

/** What the public says: questions, complaints, ratings by link. */
export function composeVoices(
  server: FastifyInstance,
  http: HttpContext,
  context: ApplicationContext,
  onAnswered: EnquiriesContext['onAnswered'],
): void {
  const { reference } = context
  enquiryRoutes(server, { http, reference, onAnswered })
  ratingRoutes(server, http, reference, rateAsApplicant(context))
}

/** Gives a rating in the applicant's place: through a link of theirs, or at the counter where they stand. */
export function rateAsApplicant(context: ApplicationContext): RateAsApplicant {
  return async (regionCode, { applicationId, commandId, contact, grade, text, origin }) => {
    const key = { regionCode, applicationId, commandId }
    const { application, head } = await loadApplication(context.db, key)
    if (application.status === 'not-lodged')
      return refuse('application-not-found', '没有这件办件。').violation
    const { applicant } = application
    const by: Actor = {
      accountId: BY_LINK,
      name: applicant.name,
      role: 'applicant',
      body: 'public',
      identity: identityOf(applicant),
    }
    const at = context.clock(regionCode)
    const answer = answerTo(
      await handleCommand(context, {
        ...key,
        expectedVersion: head.version,
        commander: { actor: by, standing: { postOpen: true, training: [] }, origin },
        command: { type: 'RateService', by, at, contact, grade, text },
      }),
    )
    return answer.ok ? null : answer.violation
  }
}
