import type { LodgedApplication } from '../../domain/application/application.ts'
import type { CertificateDocument } from '../../domain/certificate/certificate-document.ts'
import type { SealName } from '../../domain/notice/notice.ts'
import { sealRoute } from '../../domain/sealing/seal-route.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { certificateOf } from './certificate-of.ts'
import type { ApplicationState, PaperContext } from './documents-context.ts'
import { findDecisionNumber, findSealRecordOf, type SealRecord } from './seal-record.ts'

export type LoadedCertificate = {
  readonly applicationId: string
  readonly document: CertificateDocument
  /** Null: not sealed yet, a draft. */
  readonly sealRecord: SealRecord | null
}

/** Undefined: none is made, or the province makes it and its paper is not ours. */
export async function loadCertificate(
  context: PaperContext,
  regionCode: number,
  applicationId: string,
  state: ApplicationState,
): Promise<LoadedCertificate | undefined> {
  const { application } = state
  if (application.status === 'not-lodged' || application.certificate === null) return undefined
  if (application.sealing?.route === 'provincial') return undefined
  const { certificate } = application
  const { db, reference } = context
  const [record, decisionNumber] = await Promise.all([
    findSealRecordOf(db, regionCode, applicationId, certificate.hash),
    findDecisionNumber(db, regionCode, applicationId),
  ])
  const document = certificateOf({
    application,
    certificate,
    applicationNumber: state.number,
    item: reference.getItem(application.itemId),
    guide: reference.getGuide(application.itemId, application.guideVersion),
    department: reference.getOrganisation(application.departmentId),
    decisionNumber,
    seal: record?.seal ?? expectedSeal(context, regionCode, application, state),
  })
  return { applicationId, document, sealRecord: record ?? null }
}

/** Before the sealing: the seal that today's rule names, so that people see where it will fall. */
function expectedSeal(
  { reference, clock }: PaperContext,
  regionCode: number,
  { itemId, departmentId }: LodgedApplication,
  { confirmedSealMode }: ApplicationState,
): SealName | null {
  const today = localDateOf(clock(regionCode))
  switch (sealRoute(reference.getItem(itemId), today, confirmedSealMode)) {
    case 'bureau':
      return 'approval-seal'
    case 'department':
      return `department:${departmentId}`
    case 'provincial':
      return null
  }
}
