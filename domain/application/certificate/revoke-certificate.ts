import { happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'

/** 吊销 (a penalty, copied to the Bureau: seed notice, part four (2)), 撤销 (Art 69), 注销 (Art 70). Once. */
export const revokeCertificate: Act<'RevokeCertificate'> = {
  guard: (application) => {
    const nothingToRevoke =
      application.decision?.outcome !== 'grant' || application.revocation !== null
    return nothingToRevoke
      ? { code: 'action-not-allowed', action: 'RevokeCertificate', status: application.status }
      : null
  },
  decide: ({ by, at, kind, reason }) =>
    happened({
      type: 'CertificateRevoked',
      by,
      at,
      kind,
      reason,
      copyTo: kind === 'penalty' ? ['bureau'] : [],
    }),
}
