import { sign as signWith } from 'node:crypto'

import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SealName } from '../../domain/notice/notice.ts'
import { sealInscriptionOf, type SealInscription } from '../../domain/sealing/seal-inscription.ts'
import { createAuthority, createSealIdentity, type Identity } from './certificate-authority.ts'
import { identityIn } from './identity-file.ts'
import type { SealDescription, SealProvider } from './seal-provider.ts'
import { signPdf } from './sign-pdf.ts'

export type TestSealOptions = {
  /** `<data>/seals`: a key file per seal, made when the seal is first used. */
  readonly folder: string
  /** Encrypts the key files. */
  readonly passphrase?: string
  /** 阿坝州农业农村局 for `agriculture`: the words around a department's seal. */
  readonly departmentName: (organisation: string) => string
  /** One-page PDF of the seal; drawn once for each seal. */
  readonly draw: (inscription: SealInscription) => Promise<Uint8Array>
}

/** With a callback, RSA runs beside the event loop and not on it. */
const signInBackground = promisify(signWith)

const AUTHORITY = {
  commonName: '一窗测试印章根证书（无法律效力）',
  organisation: '一窗测试',
} as const

/** Seals of no legal force with real cryptography: everything but the legal force can be tried. */
export function createTestSealProvider(options: TestSealOptions): SealProvider {
  const identities = new Map<string, Promise<Identity>>()
  const drawings = new Map<SealName, Promise<Uint8Array>>()

  function identity(name: string, make: () => Promise<Identity>): Promise<Identity> {
    return remembered(identities, name, () =>
      identityIn(join(options.folder, `${name}.pem`), options.passphrase, make),
    )
  }
  const authority = () => identity('test-authority', () => createAuthority(AUTHORITY))

  async function identityOf(seal: SealName): Promise<Identity> {
    const subject = {
      commonName: commonNameOf(seal),
      organisation: inscriptionOf(seal).organisation,
    }
    return identity(fileNameOf(seal), async () => createSealIdentity(subject, await authority()))
  }
  function inscriptionOf(seal: SealName): SealInscription {
    const department = seal.startsWith('department:') ? seal.slice('department:'.length) : null
    return sealInscriptionOf(seal, department === null ? '' : options.departmentName(department))
  }
  function commonNameOf(seal: SealName): string {
    return `${wordsOf(inscriptionOf(seal))}（测试）`
  }

  return {
    describe: async (seal): Promise<SealDescription> => ({
      seal,
      inscription: wordsOf(inscriptionOf(seal)),
      signer: commonNameOf(seal),
      test: true,
    }),
    certificateOf: async (seal) => (await identityOf(seal)).certificate,
    trustedAuthorities: async () => [(await authority()).certificate],
    sign: async (seal, pdf, use) => {
      const draw = () => options.draw(inscriptionOf(seal))
      const [signer, root, artwork] = await Promise.all([
        identityOf(seal),
        authority(),
        remembered(drawings, seal, draw),
      ])
      return signPdf(pdf, {
        ...use,
        artwork,
        signerName: commonNameOf(seal),
        certificates: { signer: signer.certificate, authority: root.certificate },
        sign: async (attributes) => await signInBackground('sha256', attributes, signer.key),
      })
    },
  }
}

function wordsOf({ organisation, purpose }: SealInscription): string {
  return organisation + (purpose ?? '')
}

function fileNameOf(seal: SealName): string {
  const name = seal.replace(':', '-')
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`not the name of a seal: ${seal}`)
  return name
}

/** A failure is not remembered: the next use tries again. */
function remembered<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const value = known.get(key) ?? make()
  known.set(key, value)
  value.catch(() => known.delete(key))
  return value
}
