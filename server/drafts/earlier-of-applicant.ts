import { identityOf } from '../../domain/application/applicant.ts'
import { resolveApplicant } from '../../domain/drafts/resolve-applicant.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Session } from '../http/session.ts'
import type { DraftContext } from './draft-context.ts'
import type { DraftRow } from './draft-row.ts'
import type { Earlier } from './files/earlier-applications.ts'

export type ApplicantOfDraft = Pick<Session, 'actor' | 'assurance'>

/** The applicant's own earlier applications; under a mandate the principal's, as far as it carries. */
export async function earlierOfApplicant(
  { procedure, mandates, regionCode, clock }: DraftContext,
  { actor }: ApplicantOfDraft,
  { content, itemId }: DraftRow,
): Promise<readonly Earlier[]> {
  const on = localDateOf(clock(regionCode))
  const mandate =
    content.mandateId === null ? null : await mandates.find(regionCode, content.mandateId)
  if (content.mandateId !== null) {
    const applicantIdentity = mandate?.principal.identity ?? ''
    const question = { actor, applicantIdentity, itemId, on, act: 'apply' } as const
    if (mandate === null || !mandates.ask(mandate, question).ok) return []
  }
  const applicant = resolveApplicant(content.applicant, actor, mandate)
  return await procedure.ofPerson(regionCode, identityOf(applicant))
}
