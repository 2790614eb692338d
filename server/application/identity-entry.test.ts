import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { identityEntryOf, readerKeyId, readerKeysOf } from './identity-entry.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const keys = readerKeysOf(publicKey.export({ type: 'spki', format: 'pem' }))
const applicationId = '01920000-0000-7000-8000-000000000001'
const applicant = {
  kind: 'person' as const,
  name: '张某某',
  identityType: 'id-card' as const,
  identityNumber: '11010519491231002x',
  phone: null,
  address: null,
  contactName: null,
}

function proofOf(change: Readonly<Record<string, string>> = {}) {
  const payload = JSON.stringify({
    name: '张某某',
    idNumber: '11010519491231002X',
    readAt: '2026-03-09T09:00:00+08:00',
    challenge: applicationId,
    ...change,
  })
  return {
    algorithm: 'ed25519' as const,
    keyId: readerKeyId(publicKey),
    payload,
    signature: sign(null, Buffer.from(payload), privateKey).toString('base64'),
  }
}
const read = (identityProof: ReturnType<typeof proofOf> | null) => ({
  applicationId,
  applicant,
  identityEntry: 'reader' as const,
  identityProof,
})

describe('how an identity came in', () => {
  test('a reading signed by a known reader, for this application and this person, is trusted', () => {
    expect(identityEntryOf(read(proofOf()), keys)).toBe('reader-signed')
  })

  test('without a signature, or without a key to check it by, a reading is no more than the clerk’s word', () => {
    expect(identityEntryOf(read(null), keys)).toBe('reader')
    expect(identityEntryOf(read(proofOf()), new Map())).toBe('reader')
  })

  test.each([
    ['another person', { name: '李某某' }],
    ['another number', { idNumber: '513201199003070014' }],
    ['another application', { challenge: '01920000-0000-7000-8000-000000000002' }],
  ])('a signed reading of %s is not trusted', (_, change) => {
    expect(identityEntryOf(read(proofOf(change)), keys)).toBe('reader')
  })

  test('a payload changed after signing is not trusted', () => {
    const proof = proofOf({ name: '李某某' })
    const forged = { ...proof, payload: proof.payload.replace('李某某', '张某某') }
    expect(identityEntryOf(read(forged), keys)).toBe('reader')
  })

  test('what was typed stays typed, whatever comes with it', () => {
    expect(identityEntryOf({ ...read(proofOf()), identityEntry: 'manual' }, keys)).toBe('manual')
  })
})
