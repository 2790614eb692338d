import {
  createHash,
  generateKeyPair,
  createPrivateKey,
  randomBytes,
  sign as signWith,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { derOf, OID } from './signature-container.ts'

// A test authority: enough X.509 for readers and verifiers, nothing a real authority would promise.

export type Identity = { readonly key: KeyObject; readonly certificate: string }
export type Subject = { readonly commonName: string; readonly organisation: string }

/** Wide, so that rehearsals with a virtual clock fall inside. */
const VALID_FROM = new Date('2019-01-01T00:00:00Z')
const VALID_TO = new Date('2049-12-31T15:59:59Z')
const NAME_OID = { country: '2.5.4.6', organisation: '2.5.4.10', commonName: '2.5.4.3' } as const
const EXTENSION_OID = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
} as const
const newKeyPair = promisify(generateKeyPair)

export async function createAuthority(subject: Subject): Promise<Identity> {
  return certify(subject, null)
}

export async function createSealIdentity(subject: Subject, authority: Identity): Promise<Identity> {
  return certify(subject, authority)
}

async function certify(subject: Subject, authority: Identity | null): Promise<Identity> {
  const { publicKey, privateKey } = await newKeyPair('rsa', { modulusLength: 2048 })
  const issuer = authority && pkijs.Certificate.fromBER(derOf(authority.certificate))
  const certificate = new pkijs.Certificate({ version: 2 })
  certificate.serialNumber = new asn1.Integer({ valueHex: serialNumber() })
  certificate.subject = distinguishedName(subject)
  certificate.issuer = issuer ? issuer.subject : certificate.subject
  certificate.notBefore.value = VALID_FROM
  certificate.notAfter.value = VALID_TO
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(spki)
  const keyId = keyIdOf(certificate)
  certificate.extensions = extensions(keyId, issuer ? keyIdOf(issuer) : keyId, !authority)
  const algorithm = { algorithmId: OID.sha256WithRsa, algorithmParams: new asn1.Null() }
  certificate.signature = new pkijs.AlgorithmIdentifier(algorithm)
  certificate.signatureAlgorithm = new pkijs.AlgorithmIdentifier(algorithm)
  const toSign = certificate.encodeTBS()
  certificate.tbsView = new Uint8Array(toSign.toBER())
  const value = signWith('sha256', certificate.tbsView, authority?.key ?? privateKey)
  certificate.signatureValue = new asn1.BitString({ valueHex: value })
  const der = Buffer.from(certificate.toSchema(true).toBER())
  return {
    key: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    certificate: pemOf(der),
  }
}

function extensions(
  keyId: Uint8Array,
  issuerKeyId: Uint8Array,
  isAuthority: boolean,
): pkijs.Extension[] {
  // keyCertSign and cRLSign, or digitalSignature and nonRepudiation.
  const usage = new asn1.BitString({
    valueHex: new Uint8Array([isAuthority ? 0x06 : 0xc0]),
    unusedBits: isAuthority ? 1 : 6,
  })
  return [
    extension(
      EXTENSION_OID.basicConstraints,
      new pkijs.BasicConstraints({ cA: isAuthority }).toSchema(),
      true,
    ),
    extension(EXTENSION_OID.keyUsage, usage, true),
    extension(EXTENSION_OID.subjectKeyId, new asn1.OctetString({ valueHex: keyId }), false),
    extension(
      EXTENSION_OID.authorityKeyId,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1.OctetString({ valueHex: issuerKeyId }),
      }).toSchema(),
      false,
    ),
  ]
}

function extension(extnID: string, value: asn1.AsnType, critical: boolean): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() })
}

/** RFC 5280 §4.2.1.2 (1) */
function keyIdOf({ subjectPublicKeyInfo }: pkijs.Certificate): Uint8Array {
  const bits = subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return new Uint8Array(createHash('sha1').update(bits).digest())
}

function distinguishedName({
  commonName,
  organisation,
}: Subject): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: asn1.AsnType) =>
    new pkijs.AttributeTypeAndValue({ type, value: value as asn1.Utf8String })
  return new pkijs.RelativeDistinguishedNames({
    typesAndValues: [
      part(NAME_OID.country, new asn1.PrintableString({ value: 'CN' })),
      part(NAME_OID.organisation, new asn1.Utf8String({ value: organisation })),
      part(NAME_OID.commonName, new asn1.Utf8String({ value: commonName })),
    ],
  })
}

/** 16 bytes, positive and without a leading zero. */
function serialNumber(): Uint8Array {
  const bytes = new Uint8Array(randomBytes(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes
}

function pemOf(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
