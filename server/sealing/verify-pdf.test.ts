import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import type { SealProvider, SealUse } from './seal-provider.ts'
import { createTestSealProvider } from './test-seal-provider.ts'
import { MAX_VERIFIED_SIZE, verifyPdf } from './verify-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'yichuang-verify-'))
const USE: SealUse = {
  place: { page: 0, x: 300, y: 300 },
  signedAt: '2026-03-17T01:30:00.000Z' as Instant,
  reason: '受理通知书',
}
let ours: SealProvider
let trusted: readonly string[]
let plain: Uint8Array
let sealed: Buffer

beforeAll(async () => {
  plain = await blankPdf(595, 842)
  ours = provider('ours')
  trusted = await ours.trustedAuthorities()
  sealed = Buffer.from(await ours.sign('acceptance-seal', plain, USE))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('verifying a file', () => {
  it('accepts what our seal signed', () => {
    const answer = verifyPdf(sealed, trusted)
    expect(answer.valid).toBe(true)
    expect(answer.signatures[0]?.signer).toBe('阿坝州行政审批服务中心受理专用章（测试）')
  })

  it('accepts two seals, the second over the first', async () => {
    const twice = await ours.sign('approval-seal', sealed, USE)
    const answer = verifyPdf(twice, trusted)
    expect(answer.valid).toBe(true)
    expect(answer.signatures.map((signature) => signature.coversWholeDocument)).toEqual([
      false,
      true,
    ])
  })

  it('leaves the bytes before the seal as they were', () => {
    expect(sealed.subarray(0, plain.length).equals(Buffer.from(plain))).toBe(true)
  })

  it('refuses the file after any byte changed, in the text or in the signature', () => {
    const accepted: number[] = []
    const contents = sealed.lastIndexOf('/Contents')
    for (let at = 0; at < sealed.length; at += at > contents && at < contents + 5500 ? 5 : 43) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      if (verifyPdf(changed, trusted).valid) accepted.push(at)
    }
    expect(accepted).toEqual([])
  }, 180_000)

  it('refuses the file with bytes added at its end', () => {
    const answer = verifyPdf(Buffer.concat([sealed, Buffer.from('\n%%EOF\n')]), trusted)
    expect(answer).toMatchObject({ valid: false })
    expect(answer.signatures[0]).toMatchObject({ intact: true, coversWholeDocument: false })
    expect(answer.reason).toContain('添加')
  })

  it('refuses a page added and sealed by somebody else', async () => {
    const stranger = provider('stranger')
    const forged = await stranger.sign('acceptance-seal', sealed, USE)
    const answer = verifyPdf(forged, trusted)
    expect(answer.valid).toBe(false)
    expect(answer.signatures.map((signature) => signature.trusted)).toEqual([true, false])
  })

  it('refuses a seal used outside the validity of its certificate', async () => {
    const late = { ...USE, signedAt: '2051-01-01T00:00:00.000Z' as Instant }
    const answer = verifyPdf(await ours.sign('acceptance-seal', plain, late), trusted)
    expect(answer.valid).toBe(false)
  })

  it.each([
    ['nothing at all', () => Buffer.alloc(0)],
    ['a picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0])],
    ['a PDF without a seal', () => Buffer.from(plain)],
    ['half of the file', () => sealed.subarray(0, sealed.length >> 1)],
    ['the file without its last byte', () => sealed.subarray(0, -1)],
    ['only the header', () => Buffer.from('%PDF-1.7')],
    [
      'thousands of signature marks',
      () => Buffer.from(`%PDF-1.7${'/ByteRange [0 1 2 3]'.repeat(9999)}`),
    ],
    [
      'numbers beyond the file',
      () => Buffer.from('%PDF-1.7 /ByteRange [0 9999999999 9999999999 9999999999]'),
    ],
    ['60 MB', () => Buffer.alloc(60 * 1024 * 1024, '%PDF-')],
    ['the largest file that is read', () => Buffer.alloc(MAX_VERIFIED_SIZE, '%PDF-/ByteRange')],
  ])('answers calmly for %s', (_, make) => {
    const answer = verifyPdf(make(), trusted)
    expect(answer.valid).toBe(false)
    expect(answer.reason).toMatch(/。$/)
  })
})

function provider(name: string): SealProvider {
  return createTestSealProvider({
    folder: join(folder, name),
    departmentName: () => '阿坝州示例局',
    draw: () => blankPdf(119, 119),
  })
}

async function blankPdf(width: number, height: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([width, height]).drawText('ring', { x: 20, y: 20 })
  return document.save({ useObjectStreams: false })
}
