import type { Certificate, LodgedApplication } from '../../domain/application/application.ts'
import type { Applicant } from '../../domain/application/applicant.ts'
import type { Organisation } from '../../domain/catalogue/organisation.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type {
  CertificateDocument,
  CertificateHolder,
  CertificateKind,
} from '../../domain/certificate/certificate-document.ts'
import { makeCertificateIdentifier } from '../../domain/identifiers/certificate-identifier.ts'
import type { SealName } from '../../domain/notice/notice.ts'

export type CertificateSources = {
  readonly application: LodgedApplication
  readonly certificate: Certificate
  /** 513200-20260302-000001 */
  readonly applicationNumber: string
  readonly item: ServiceItem
  readonly guide: ServiceGuide
  /** The organ that decided. */
  readonly department: Organisation
  readonly decisionNumber: string | null
  readonly seal: SealName | null
}

/** The certificate as it goes on paper. The same for draft and sealed, but for seal and verification. */
export function certificateOf(sources: CertificateSources): CertificateDocument {
  const { application, certificate, item, guide, department } = sources
  const { name, number, content, validFrom, validUntil } = certificate
  const { applicant } = application
  return {
    kind: certificateKindOf(name),
    name,
    number,
    identifier: identifierOf(sources),
    holder: holderOf(applicant),
    particulars: applicant.address === null ? [] : [['住所（地址）', applicant.address]],
    content: contentLines(content, item),
    validFrom,
    validUntil,
    decidedBy: department.name,
    decisionNumber: sources.decisionNumber,
    dated: validFrom,
    seal: sources.seal,
    footnotes: guide.confirmation === 'baseline' ? ['基准指南，待部门确认'] : [],
  }
}

/** …证, …证书, …证明 and …执照 are framed; what approves an act (批准文件, 批复) is a document. */
export function certificateKindOf(name: string): CertificateKind {
  return /(?:证|证书|证明|执照)$/.test(name) ? 'registration' : 'approval'
}

/** GB/T 36904. The codes of type and issuer are test codes until the owner gives the real ones. */
function identifierOf({
  item,
  department,
  applicationNumber,
  certificate,
}: CertificateSources): string {
  const serialOfType = item.annexNumber ?? Number(item.itemId.replaceAll(/\D/g, ''))
  return makeCertificateIdentifier({
    typeCode: `${department.testCreditCode}${String(serialOfType % 1000).padStart(3, '0')}`,
    issuerCode: department.testCreditCode,
    serial: applicationNumber.replaceAll(/[^0-9A-Z]/g, ''),
    version: certificate.version,
  })
}

function holderOf({ kind, name, identityNumber }: Applicant): CertificateHolder {
  return kind === 'company'
    ? { kind: 'organisation', name, creditCode: identityNumber }
    : { kind: 'person', name, idNumber: identityNumber }
}

function contentLines(content: string, item: ServiceItem): string[] {
  const lines = content
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length > 0 ? lines : [`准予${item.name}。`]
}
