import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../domain/shared/ids.ts'
import { createRenderer } from '../server/documents/render-document.ts'
import { findSealPlace } from '../server/sealing/seal-place.ts'
import { createTestSealProvider } from '../server/sealing/test-seal-provider.ts'
import { verifyPdf } from '../server/sealing/verify-pdf.ts'
import { isInstalled, outputOf } from './testing/poppler.ts'
import { longNotice } from './testing/sample-documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'yichuang-sealed-'))
const renderer = createRenderer({ cacheFolder: folder, workers: 1 })
const seals = createTestSealProvider({
  folder: join(folder, 'seals'),
  departmentName: () => '阿坝州农业农村局',
  draw: renderer.seal,
})
let sealed: Buffer

beforeAll(async () => {
  const pdf = await renderer.pdf(longNotice)
  const place = await findSealPlace(pdf)
  if (!place) throw new Error('no place')
  const use = { place, signedAt: '2026-03-17T01:30:00.000Z' as Instant, reason: '不予行政许可' }
  sealed = Buffer.from(await seals.sign('department:agriculture', pdf, use))
}, 60_000)
afterAll(async () => {
  await renderer.close()
  rmSync(folder, { recursive: true })
})

describe('a sealed notice', () => {
  it('verifies with the name of the seal and the time of the caller', async () => {
    const { valid, signatures } = verifyPdf(sealed, await seals.trustedAuthorities())
    expect(valid).toBe(true)
    expect(signatures).toEqual([
      {
        signer: '阿坝州农业农村局（测试）',
        signedAt: '2026-03-17T01:30:00.000Z',
        coversWholeDocument: true,
        intact: true,
        trusted: true,
      },
    ])
  })

  describe.skipIf(!isInstalled('pdfsig') || !isInstalled('certutil'))(
    'in the eyes of pdfsig (skipped without poppler-utils and libnss3-tools)',
    () => {
      const nss = join(folder, 'nss')
      const check = (bytes: Buffer): string => {
        const file = join(folder, 'sealed.pdf')
        writeFileSync(file, bytes)
        return outputOf('pdfsig', ['-nssdir', `sql:${nss}`, file])
      }
      beforeAll(async () => {
        const [root = ''] = await seals.trustedAuthorities()
        const authority = join(folder, 'root.pem')
        writeFileSync(authority, root)
        outputOf('mkdir', ['-p', nss])
        outputOf('certutil', ['-N', '-d', `sql:${nss}`, '--empty-password'])
        const trust = ['-A', '-d', `sql:${nss}`, '-n', 'root', '-t', 'CT,CT,CT', '-i', authority]
        outputOf('certutil', trust)
      })

      it('is valid, trusted and signed as a whole', () => {
        const told = check(sealed)
        expect(told).toContain('Signature is Valid')
        expect(told).toContain('Certificate is Trusted')
        expect(told).toContain('Total document signed')
      })

      it('is invalid after one byte changed', () => {
        const changed = Buffer.from(sealed)
        changed[20_000] = (changed[20_000] ?? 0) ^ 1
        expect(check(changed)).not.toContain('Signature is Valid')
      })
    },
  )
})
