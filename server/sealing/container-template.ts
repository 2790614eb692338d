import { randomBytes } from 'node:crypto'
import * as pkijs from 'pkijs'
import {
  derOf,
  encodeContainer,
  encodedForSigning,
  sha256,
  signedAttributes,
  type RawSigner,
  type SignerCertificates,
} from './signature-container.ts'

/** All containers of one seal are alike but for the digest and the signature. */
type Template = {
  /** What is signed. */
  readonly attributes: Buffer
  readonly digestAt: number
  /** By the length of the signature in bytes. */
  readonly containers: Map<number, Container>
}
type Container = {
  readonly bytes: Buffer
  readonly digestAt: number
  readonly signatureAt: number
}

const MOST_SEALS = 200
const MARK = randomBytes(32)
const templates = new Map<string, Template>()

/** A detached CMS of profile PAdES B-B (EN 319 142-1): no signing time inside, the PDF states it. */
export async function signatureContainer(
  digest: Uint8Array,
  certificates: SignerCertificates,
  sign: RawSigner,
): Promise<Uint8Array> {
  const template = templateFor(certificates)
  const attributes = Buffer.from(template.attributes)
  attributes.set(digest, template.digestAt)
  const signature = await sign(attributes)
  const { bytes, digestAt, signatureAt } = containerFor(template, certificates, signature.length)
  const container = new Uint8Array(bytes)
  container.set(digest, digestAt)
  container.set(signature, signatureAt)
  return container
}

function templateFor(certificates: SignerCertificates): Template {
  const key = certificates.signer + certificates.authority
  const known = templates.get(key)
  if (known !== undefined) return known
  const attributes = Buffer.from(encodedForSigning(attributesWithMark(certificates)))
  const made = { attributes, digestAt: placeOf(attributes, MARK), containers: new Map() }
  if (templates.size >= MOST_SEALS) templates.clear()
  templates.set(key, made)
  return made
}

function containerFor(
  { containers }: Template,
  certificates: SignerCertificates,
  length: number,
): Container {
  const known = containers.get(length)
  if (known !== undefined) return known
  const signer = pkijs.Certificate.fromBER(derOf(certificates.signer))
  const authority = pkijs.Certificate.fromBER(derOf(certificates.authority))
  const signature = randomBytes(length)
  const bytes = Buffer.from(
    encodeContainer(signer, [signer, authority], attributesWithMark(certificates), signature),
  )
  const made = {
    bytes,
    digestAt: placeOf(bytes, MARK),
    signatureAt: placeOf(bytes, signature),
  }
  containers.set(length, made)
  return made
}

function attributesWithMark({ signer }: SignerCertificates): pkijs.SignedAndUnsignedAttributes {
  return signedAttributes(MARK, sha256(derOf(signer)))
}

function placeOf(bytes: Buffer, mark: Buffer): number {
  const at = bytes.indexOf(mark)
  if (at < 0) throw new Error('the template of a signature does not hold its mark')
  return at
}
