import { X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { encodeContainer, OID } from './signature-container.ts'

export type SignedContent = {
  readonly signer: X509Certificate
  readonly signerName: string | null
  /** Further certificates in the container. */
  readonly others: readonly X509Certificate[]
  readonly attributes: pkijs.SignedAndUnsignedAttributes
  readonly messageDigest: Buffer
  /** SHA-256 of the certificate that the signer meant. */
  readonly certificateHash: Buffer
  readonly signature: Buffer
}

/** Undefined for anything but one detached SHA-256 signature of the profile that is written here. */
export function readSignedData(container: Buffer): SignedContent | undefined {
  try {
    return parse(container)
  } catch {
    return undefined
  }
}

function parse(container: Buffer): SignedContent | undefined {
  const parsed = asn1.fromBER(container)
  if (parsed.offset <= 0 || container.subarray(parsed.offset).some((byte) => byte !== 0))
    return undefined
  const info = new pkijs.ContentInfo({ schema: parsed.result })
  const data = new pkijs.SignedData({ schema: info.content })
  const signerInfo = data.signerInfos[0]
  if (!signerInfo?.signedAttrs) return undefined
  const { signedAttrs } = signerInfo
  const sid: unknown = signerInfo.sid
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return undefined
  const certificates = (data.certificates ?? []).filter((item) => item instanceof pkijs.Certificate)
  const signer = certificates.find(
    ({ issuer, serialNumber }) =>
      issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
  )
  if (!signer) return undefined
  const signature = Buffer.from(signerInfo.signature.valueBlock.valueHexView)
  // A parser forgives much that a signature does not cover: versions, algorithm names, unsigned
  // attributes. Encoding the parts again and comparing leaves no byte free to change.
  const encoded = encodeContainer(signer, certificates, signedAttrs, signature)
  if (!container.subarray(0, parsed.offset).equals(encoded)) return undefined
  const messageDigest = valueOf(signedAttrs, OID.messageDigest)
  const essId = valueOf(signedAttrs, OID.signingCertificateV2)
  if (!(messageDigest instanceof asn1.OctetString) || !essId) return undefined
  return {
    signer: x509(signer),
    signerName: commonNameOf(signer),
    others: certificates.filter((item) => item !== signer).map(x509),
    attributes: signedAttrs,
    messageDigest: Buffer.from(messageDigest.valueBlock.valueHexView),
    certificateHash: certificateHashOf(essId),
    signature,
  }
}

function valueOf(
  attributes: pkijs.SignedAndUnsignedAttributes,
  type: string,
): asn1.AsnType | undefined {
  const values: asn1.AsnType[] | undefined = attributes.attributes.find(
    (item) => item.type === type,
  )?.values
  return values?.[0]
}

/** SigningCertificateV2 → certs → ESSCertIDv2 → certHash. */
function certificateHashOf(value: asn1.AsnType): Buffer {
  let inner: asn1.AsnType | undefined = value
  while (inner instanceof asn1.Sequence) inner = inner.valueBlock.value[0]
  if (!(inner instanceof asn1.OctetString)) throw new Error('no certificate hash')
  return Buffer.from(inner.valueBlock.valueHexView)
}

function commonNameOf({ subject }: pkijs.Certificate): string | null {
  const name = subject.typesAndValues.find(({ type }) => type === '2.5.4.3')?.value
  return name?.valueBlock.value ?? null
}

function x509(certificate: pkijs.Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema(false).toBER()))
}
