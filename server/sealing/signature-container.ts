import { createHash } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
} as const

/** Signs the DER of the signed attributes: a private key here, a device in service. RSA with SHA-256. */
export type RawSigner = (attributes: Uint8Array) => Promise<Uint8Array>

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

export function derOf(pem: string): Buffer {
  return Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
}

/** PEM. */
export type SignerCertificates = { readonly signer: string; readonly authority: string }

export function signedAttributes(
  digest: Uint8Array,
  certificateHash: Uint8Array,
): pkijs.SignedAndUnsignedAttributes {
  return new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute(OID.contentType, new asn1.ObjectIdentifier({ value: OID.data })),
      attribute(OID.messageDigest, new asn1.OctetString({ valueHex: digest })),
      attribute(OID.signingCertificateV2, essCertificateId(certificateHash)),
    ],
  })
}

/** The only encoding of a container that is written, and the only one that is accepted. */
export function encodeContainer(
  signer: pkijs.Certificate,
  certificates: pkijs.Certificate[],
  signedAttrs: pkijs.SignedAndUnsignedAttributes,
  signature: Uint8Array,
): Uint8Array {
  const { issuer, serialNumber } = signer
  const signerInfo = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }),
    digestAlgorithm: algorithm(OID.sha256),
    signatureAlgorithm: algorithm(OID.sha256WithRsa),
    signedAttrs,
    signature: new asn1.OctetString({ valueHex: signature }),
  })
  const content = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [signerInfo.digestAlgorithm],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates,
    signerInfos: [signerInfo],
  })
  const info = new pkijs.ContentInfo({
    contentType: OID.signedData,
    content: content.toSchema(true),
  })
  return new Uint8Array(info.toSchema().toBER())
}

/** RFC 5652 §5.4: signed as a SET OF, stored with the tag [0]. */
export function encodedForSigning(attributes: pkijs.SignedAndUnsignedAttributes): Uint8Array {
  const der = new Uint8Array(attributes.toSchema().toBER())
  der[0] = 0x31
  return der
}

/** SigningCertificateV2 with SHA-256, which is its default algorithm and therefore left out. */
function essCertificateId(hash: Uint8Array): asn1.Sequence {
  const id = new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: hash })] })
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [id] })] })
}

function attribute(type: string, value: asn1.AsnType): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] })
}

function algorithm(algorithmId: string): pkijs.AlgorithmIdentifier {
  return new pkijs.AlgorithmIdentifier({ algorithmId, algorithmParams: new asn1.Null() })
}
