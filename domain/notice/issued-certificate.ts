import type { LodgedApplication } from '../application/application.ts'
import type { NoticeContext } from './notice-context.ts'

/** Name and number of what the applicant holds; a certificate of the province carries a number of its own. */
export function issuedCertificate(
  { certificate }: LodgedApplication,
  { guide }: NoticeContext,
): { readonly name: string; readonly number: string } {
  return certificate === null
    ? { name: guide.certificateName, number: '以许可证件载明为准' }
    : { name: certificate.name, number: certificate.number }
}
