import { describe, expect, test } from 'vitest'
import { checkCertificateIdentifier, makeCertificateIdentifier } from './certificate-identifier.ts'

const GENUINE = [
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
  '1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0',
]

describe('an electronic certificate identifier (GB/T 36904)', () => {
  test.each(GENUINE)('%s holds, and is made again from its parts', (identifier) => {
    const checked = checkCertificateIdentifier(identifier)
    expect(checked.ok && makeCertificateIdentifier(checked.value)).toBe(identifier)
  })

  test.each([
    [GENUINE[0]?.replace(/U$/, 'V'), 'check-digit'],
    [GENUINE[0]?.replace('403', '404'), 'check-digit'],
    [GENUINE[0]?.replace('.001.', '.1.'), 'format'],
    ['', 'format'],
  ])('%s is refused: %s', (identifier = '', why) => {
    expect(checkCertificateIdentifier(identifier)).toMatchObject({ ok: false, why })
  })

  test('cannot be made with lower-case letters or a fourth version digit', () => {
    const parts = {
      typeCode: '11513200008412341B001',
      issuerCode: '11513200008412341B',
      serial: '20260000001',
      version: 1,
    }
    expect(makeCertificateIdentifier(parts)).toMatch(/\.20260000001\.001\.[0-9A-Z]$/)
    expect(() => makeCertificateIdentifier({ ...parts, serial: 'a1' })).toThrow('Not the parts')
    expect(() => makeCertificateIdentifier({ ...parts, version: 1000 })).toThrow('Not the parts')
  })
})
