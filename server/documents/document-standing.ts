import type {
  Certificate,
  LodgedApplication,
  Revocation,
} from '../../domain/application/application.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { chineseDate } from '../../domain/shared/local-date.ts'
import type { IssuedDocument } from './issued-document.ts'

export type Standing = {
  readonly validToday: boolean
  /** 有效, 已于2026年6月10日吊销 … */
  readonly state: string
}

const VALID: Standing = { validToday: true, state: '有效' }
const REVOKED = {
  penalty: '吊销',
  withdrawn: '撤销',
  annulled: '注销',
} as const satisfies Record<Revocation['kind'], string>

/**
 * Whether a genuine paper still says what holds today. `renewal` is the application that renews this one's licence,
 * where there is one: what it was granted takes the place of the old certificate (Licensing Law art. 50).
 */
export function standingOf(
  document: Pick<IssuedDocument, 'kind' | 'certificateHash' | 'isFollowed'>,
  application: LodgedApplication,
  renewal: LodgedApplication | null,
  today: LocalDate,
): Standing {
  const { kind, certificateHash, isFollowed } = document
  if (kind === 'certificate')
    return certificateStanding(certificateHash, application, renewal, today)
  if (kind === 'sealing-letter') return letterStanding(isFollowed, application)
  // Any other paper tells what happened on its day, and that stays so.
  return kind === 'grant-decision' && application.revocation !== null
    ? revoked(application.revocation)
    : VALID
}

function certificateStanding(
  hash: string | null,
  { certificate, revocation }: LodgedApplication,
  renewal: LodgedApplication | null,
  today: LocalDate,
): Standing {
  if (revocation !== null) return revoked(revocation)
  if (certificate === null || certificate.hash !== hash)
    return { validToday: false, state: '已被新制作的证照取代' }
  const renewed = grantedOrNull(renewal)
  const next = renewed && sealedCertificateOf(renewed)
  if (next !== null && next.validFrom <= today)
    return { validToday: false, state: `已延续，换发新证 ${next.number}` }
  const standing = termStanding(certificate, today)
  return standing.validToday || renewed === null || today < certificate.validFrom
    ? standing
    : { validToday: true, state: '有效，已准予延续，新证制发中' }
}

function grantedOrNull(renewal: LodgedApplication | null): LodgedApplication | null {
  return renewal?.decision?.outcome === 'grant' ? renewal : null
}

function sealedCertificateOf({ certificate, sealing }: LodgedApplication): Certificate | null {
  return sealing === null ? null : certificate
}

/** A term ends at 24:00 of its last day. */
function termStanding({ validFrom, validUntil }: Certificate, today: LocalDate): Standing {
  if (today < validFrom)
    return { validToday: false, state: `尚未生效，${chineseDate(validFrom)}起有效` }
  if (validUntil === null) return { validToday: true, state: '有效，长期' }
  return today <= validUntil
    ? { validToday: true, state: `有效，有效期至${chineseDate(validUntil)}` }
    : { validToday: false, state: `有效期已于${chineseDate(validUntil)}届满` }
}

function letterStanding(isFollowed: boolean, { letter }: LodgedApplication): Standing {
  if (isFollowed) return { validToday: false, state: '已由后发的函取代' }
  return letter?.returned
    ? { validToday: false, state: `已于${chineseDate(letter.returned.on)}退回` }
    : VALID
}

function revoked({ kind, on }: Revocation): Standing {
  return { validToday: false, state: `已于${chineseDate(on)}${REVOKED[kind]}` }
}
