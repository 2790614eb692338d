import type { Checked } from './checked.ts'

const ROOT = '1.2.156.3005.2'
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export type CertificateIdentifierFault = 'format' | 'check-digit'

export type CertificateIdentifierParts = {
  /** Credit code of the body that defined the kind of certificate, and its three-digit serial. */
  readonly typeCode: string
  /** Credit code of the issuing body; some issuers put their region code. */
  readonly issuerCode: string
  /** Upper-case letters and digits, at the issuer's choice. */
  readonly serial: string
  /** 1–999, counted up by each new issue of the same certificate. */
  readonly version: number
}

/** Electronic certificate identifier (电子证照标识), GB/T 36904. Throws on parts that cannot be written in it. */
export function makeCertificateIdentifier(parts: CertificateIdentifierParts): string {
  const version = String(parts.version).padStart(3, '0')
  const body = [parts.typeCode, parts.issuerCode, parts.serial, version]
  const identifier = [ROOT, ...body, mod3736(body.join(''))].join('.')
  const checked = checkCertificateIdentifier(identifier)
  if (!checked.ok) throw new Error(`Not the parts of a certificate identifier: ${identifier}`)
  return identifier
}

export function checkCertificateIdentifier(
  text: string,
): Checked<CertificateIdentifierParts, CertificateIdentifierFault> {
  const match =
    /^1\.2\.156\.3005\.2\.([0-9A-Z]{18}\d{3})\.([0-9A-Z]{6,18})\.([0-9A-Z]+)\.(\d{3})\.([0-9A-Z])$/.exec(
      text.trim(),
    )
  if (match === null) {
    return { ok: false, why: 'format', sentence: '电子证照标识格式不符，请对照证照重新输入' }
  }
  const [, typeCode = '', issuerCode = '', serial = '', version = '', check = ''] = match
  if (mod3736(typeCode + issuerCode + serial + version) !== check) {
    return { ok: false, why: 'check-digit', sentence: '电子证照标识校验位不符，请对照证照逐位核对' }
  }
  return { ok: true, value: { typeCode, issuerCode, serial, version: Number(version) } }
}

/** Check character of ISO/IEC 7064 MOD 37,36. */
function mod3736(text: string): string {
  let product = 36
  for (const character of text) {
    product = (product + CHARACTERS.indexOf(character)) % 36 || 36
    product = (product * 2) % 37
  }
  return CHARACTERS[(37 - product) % 36] ?? ''
}
