import type { z } from 'zod'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { Situation } from '../../domain/application/facts.ts'
import { needsModeConfirmation, sealRoute } from '../../domain/sealing/seal-route.ts'

type Parts = Pick<
  z.input<typeof ApplicationView>,
  'certificate' | 'letter' | 'sealRoute' | 'sealModeUnconfirmed' | 'sealing'
>

/** Certificate, letter and seal. */
export function sealView(application: LodgedApplication, { facts, today }: Situation): Parts {
  const { letter, sealing } = application
  return {
    certificate: certificateOf(application),
    letter:
      letter === null
        ? null
        : {
            ...letter,
            statements: [...letter.statements],
            matchesCertificate: letter.certificateHash === application.certificate?.hash,
          },
    sealRoute: sealRoute(facts.item, today, facts.confirmedSealMode),
    sealModeUnconfirmed: needsModeConfirmation(facts.item, facts.confirmedSealMode),
    sealing: sealing === null ? null : { on: sealing.on, route: sealing.route },
  }
}

function certificateOf({ certificate }: LodgedApplication): Parts['certificate'] {
  if (certificate === null) return null
  const { version, hash, name, number, validFrom, validUntil } = certificate
  return { version, hash, name, number, validFrom, validUntil }
}
