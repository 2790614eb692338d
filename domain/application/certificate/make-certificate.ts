import { sealRoute } from '../../sealing/seal-route.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { addDays, addYears } from '../../shared/local-date.ts'
import { happened } from '../../shared/outcome.ts'
import { guideOf, partOf, type Act } from '../act.ts'
import { refuseOwed } from '../intake/tolerance.ts'
import { refuseBroken } from '../review/check-commitment.ts'
import { refuseUnpaid } from '../review/settle-fee.ts'

/** The certificate (制证): made by the department, again after a return as a new version; its hash is what the letter binds. */
export const makeCertificate: Act<'MakeCertificate'> = {
  guard: (application, situation) => {
    const { item, confirmedSealMode } = situation.facts
    if (sealRoute(item, situation.today, confirmedSealMode) === 'provincial')
      return { code: 'action-not-allowed', action: 'MakeCertificate', status: application.status }
    return (
      refuseUnpaid(application, situation) ?? refuseOwed(application) ?? refuseBroken(application)
    )
  },
  decide: ({ by, at, years, until, content }, application, situation) => {
    const guide = guideOf(situation)
    const { facts } = situation
    const version = (application.certificate?.version ?? 0) + 1
    const validFrom = partOf(application, 'decision').on
    const term = years ?? guide.validityYears
    const validUntil =
      (until as LocalDate | null) ?? (term === null ? null : addDays(addYears(validFrom, term), -1))
    const number = `${facts.applicationNumber}-${String(version).padStart(3, '0')}`
    const name = guide.certificateName
    const holder = application.applicant
    const hash = facts.sm3(
      JSON.stringify([
        number,
        name,
        holder.name,
        holder.identityType,
        holder.identityNumber,
        content,
        validFrom,
        validUntil,
        application.departmentId,
      ]),
    )
    return happened({
      type: 'CertificateMade',
      by,
      at,
      version,
      hash,
      name,
      number,
      validFrom,
      validUntil,
      content,
    })
  },
}
