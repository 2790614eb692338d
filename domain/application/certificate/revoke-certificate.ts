import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import { refuseBroken } from '../review/check-commitment.ts'

/**
 * 吊销 (a penalty, copied to the Bureau: seed notice, part four (2)), 撤销 (Art 69), 注销 (Art 70). Once. Before the seal only
 * a grant that rests on an untrue commitment is withdrawn (Art 69 (2), 国办发〔2020〕42号), and the application ends with it.
 */
export const revokeCertificate: Act<'RevokeCertificate'> = {
  guard: (application) => {
    const nothingToRevoke =
      application.decision?.outcome !== 'grant' ||
      application.revocation !== null ||
      (!isSealed(application) && refuseBroken(application) === null)
    return nothingToRevoke
      ? { code: 'action-not-allowed', action: 'RevokeCertificate', status: application.status }
      : null
  },
  decide: ({ by, at, kind, reason }, application) => {
    const broken = isSealed(application) ? null : refuseBroken(application)
    if (broken !== null && kind !== 'withdrawn') return forbidden(broken)
    return happened({
      type: 'CertificateRevoked',
      by,
      at,
      kind,
      reason,
      copyTo: kind === 'penalty' ? ['bureau'] : [],
    })
  },
}

function isSealed({ sealing }: LodgedApplication): boolean {
  return sealing !== null
}
