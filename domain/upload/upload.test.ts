import { describe, expect, test } from 'vitest'
import type { LodgedApplication } from '../application/application.ts'
import type { RequiredMaterial } from '../catalogue/service-guide.ts'
import type { LocalDate } from '../shared/ids.ts'
import { chunkCountOf, chunkSizeOf, missingChunks } from './chunks.ts'
import { copyWatermark } from './material-trust.ts'
import { isWholeOrder } from './page-order.ts'
import { faultOfUpload, sayBytes } from './refuse-upload.ts'
import { addMonths, reusableMaterials } from './reusable-materials.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'

const GB = 1024 ** 3
const day = (text: string) => text as LocalDate

describe('chunks', () => {
  test.each([
    [0, 0],
    [1, 1],
    [4, 1],
    [5, 2],
    [2 * GB, 512],
  ])('%i bytes', (size, count) => {
    const chunk = size === 2 * GB ? UPLOAD_LIMITS.chunk : 4
    expect(chunkCountOf(size, chunk)).toBe(count)
    const sizes = Array.from({ length: count + 1 }, (_, at) => chunkSizeOf(at, size, chunk))
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(size)
    expect(sizes[count]).toBe(0)
  })

  test('those that are missing, in their order', () => {
    expect(missingChunks(5, [3, 0])).toEqual([1, 2, 4])
    expect(missingChunks(2, [0, 1])).toEqual([])
  })
})

test.each([
  ['2 GB of an account', { size: 2 * GB, used: 0, pages: 0, isBound: true }, null],
  ['a byte more', { size: 2 * GB + 1, used: 0, pages: 0, isBound: true }, 'file-too-large'],
  [
    'over the draft’s quota',
    { size: GB, used: 3 * GB + 1, pages: 0, isBound: true },
    'quota-exceeded',
  ],
  ['50 MB of nobody', { size: 50 * 1024 ** 2, used: 0, pages: 0, isBound: false }, null],
  [
    'a byte more',
    { size: 50 * 1024 ** 2 + 1, used: 0, pages: 0, isBound: false },
    'file-too-large',
  ],
  ['the 401st file', { size: 1, used: 0, pages: 400, isBound: true }, 'too-many-pages'],
  ['nothing', { size: 0, used: 0, pages: 0, isBound: true }, 'file-empty'],
] as const)('%s: %s', (_, planned, fault) => {
  expect(faultOfUpload(planned, UPLOAD_LIMITS)).toBe(fault)
})

test('sizes as people say them', () => {
  expect([0, 1023, 1024, 1536, 50 * 1024 ** 2, 2 * GB].map(sayBytes)).toEqual([
    '0 B',
    '1023 B',
    '1 KB',
    '1.5 KB',
    '50 MB',
    '2 GB',
  ])
})

test('an order names every page once', () => {
  expect(isWholeOrder(['b', 'a'], ['a', 'b'])).toBe(true)
  expect(isWholeOrder(['a', 'a'], ['a', 'b'])).toBe(false)
  expect(isWholeOrder(['a'], ['a', 'b'])).toBe(false)
  expect(isWholeOrder(['a', 'c'], ['a', 'b'])).toBe(false)
})

test.each([
  ['2026-03-02', 6, '2026-09-02'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-01-31', 12, '2027-01-31'],
  ['2026-11-30', 1, '2026-12-30'],
  ['2026-12-15', 12, '2027-12-15'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})

describe('what serves again', () => {
  const wanted = {
    number: 4,
    name: '营业执照（副本）复印件',
    reusableMonths: 6,
  } as RequiredMaterial
  const file = {
    material: 2,
    fileId: 'f',
    name: '执照.pdf',
    mediaType: 'application/pdf',
    size: 9,
    sha256: '',
    at: '',
  }
  const application = {
    acceptance: { on: day('2026-01-10'), recordedOn: day('2026-01-10'), deemed: false },
    checks: { complete: true },
    files: [file],
    materials: { 2: 'held' },
    certificate: { name: '营业执照', validUntil: day('2026-12-31') },
    sealing: { on: day('2026-01-20') },
    revocation: null,
  } as unknown as LodgedApplication
  const offered = (over: object = {}, today = '2026-03-02', material = wanted) =>
    reusableMaterials(
      [material],
      [
        {
          applicationId: 'a',
          number: 'n',
          application: { ...application, ...over },
          materialNames: { 2: '《营业执照》原件' },
        },
      ],
      day(today),
    ).map(({ trust, freshUntil }) => `${trust} ${freshUntil ?? '-'}`)

  test('the certificate of this house is A, the file a window saw is B; the newest first', () => {
    expect(offered()).toEqual(['A 2026-12-31', 'B 2026-07-10'])
  })

  test.each([
    ['past the months of the guide', {}, '2026-07-11', ['A 2026-12-31']],
    ['past the certificate’s term', {}, '2027-01-01', []],
    [
      'of a certificate revoked',
      { revocation: { kind: 'penalty' } },
      '2026-03-02',
      ['B 2026-07-10'],
    ],
    ['of a certificate not yet sealed', { sealing: null }, '2026-03-02', ['B 2026-07-10']],
    [
      'accepted by silence',
      { acceptance: { on: day('2026-01-10'), deemed: true } },
      '2026-03-02',
      ['A 2026-12-31'],
    ],
    ['never accepted', { acceptance: null }, '2026-03-02', ['A 2026-12-31']],
    ['found defective', { materials: { 2: 'defective' } }, '2026-03-02', ['A 2026-12-31']],
  ])('%s', (_, over, today, left) => {
    expect(offered(over, today)).toEqual(left)
  })

  test('only the same thing, and only where the guide allows', () => {
    expect(offered({}, '2026-03-02', { ...wanted, name: '身份证' })).toEqual([])
    expect(offered({}, '2026-03-02', { ...wanted, reusableMonths: null })).toEqual(['A 2026-12-31'])
  })
})

test('the watermark of a copy of grade A says who gave it, for what and until when', () => {
  expect(copyWatermark('阿坝州市场监督管理局', '2026年12月31日')).toBe(
    '此件由阿坝州市场监督管理局提供，仅供办理政务服务事项时使用，有效期至2026年12月31日',
  )
})
