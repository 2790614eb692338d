import type { z } from 'zod'
import type { VerifyReport } from '../../contract/documents.ts'
import { identityOf } from '../../domain/application/applicant.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { maskApplicant } from '../../domain/identifiers/mask.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { standingOf } from './document-standing.ts'
import type { DocumentsContext } from './documents-context.ts'
import type { IssuedDocument } from './issued-document.ts'

export type VerifyContext = Pick<
  DocumentsContext,
  'db' | 'reference' | 'seals' | 'clock' | 'loadState'
>
export type Described = NonNullable<z.input<typeof VerifyReport>['document']>

// By the applicant first: there is an index, and a licence is renewed by its holder.
const RENEWAL = `
  select state from application
   where region_code = $1 and applicant_identity = $2 and state -> 'renewal' ->> 'certificateOf' = $3
   order by coalesce(state -> 'decision' ->> 'outcome' = 'grant', false) desc, received_on desc
   limit 1`

/** What a stranger may learn of an issued paper: never more of a person than a masked name. */
export async function describeIssued(
  { db, reference, clock, loadState }: VerifyContext,
  regionCode: number,
  issued: IssuedDocument,
): Promise<Described> {
  const state = await loadState(regionCode, issued.applicationId)
  if (state === undefined || state.application.status === 'not-lodged')
    throw new Error('An issued document belongs to a lodged application')
  const { application } = state
  const renewal =
    issued.kind === 'certificate'
      ? await findRenewal(db, regionCode, application, issued.applicationId)
      : null
  const { title, number, dated } = issued
  return {
    title,
    number,
    issuer: issued.issuer ?? reference.getOrganisation(application.departmentId).name,
    dated,
    applicantName: maskApplicant(application.applicant).name,
    ...standingOf(issued, application, renewal, localDateOf(clock(regionCode))),
  }
}

async function findRenewal(
  db: Database,
  regionCode: number,
  { applicant }: LodgedApplication,
  applicationId: string,
): Promise<LodgedApplication | null> {
  const [row] = await db.query<{ state: LodgedApplication }>(RENEWAL, [
    regionCode,
    identityOf(applicant),
    applicationId,
  ])
  return row?.state ?? null
}
