import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { NOTICE_KINDS, type NoticeKind } from '../domain/notice/notice.ts'
import { TIBETAN_HEADING } from '../domain/notice/tibetan-headings.ts'
import { createRenderer } from '../server/documents/render-document.ts'
import type { NoticeRenderInput, RenderInput } from '../server/documents/render-input.ts'
import { findSealPlace } from '../server/sealing/seal-place.ts'
import { copyableCharacters } from './testing/pdf-characters.ts'
import { isInstalled, outputOf } from './testing/poppler.ts'
import {
  approval,
  letter,
  longNotice,
  officialNotice,
  RARE_NAME,
  registration,
  slip,
} from './testing/sample-documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'yichuang-layouts-'))
const reported: string[] = []
const renderer = createRenderer({
  cacheFolder: folder,
  workers: 1,
  onMissingGlyphs: (characters) => reported.push(...characters),
})
afterAll(async () => {
  await renderer.close()
  rmSync(folder, { recursive: true })
})

const SLIPS: ReadonlySet<NoticeKind> = new Set([
  'receipt-slip',
  'pickup-notice',
  'delivery-receipt',
  'commitment-letter',
  'tolerance-promise',
])
/** Edges in points: left, top, right, bottom. */
const TIBETAN_WORD =
  /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">\p{Script=Tibetan}+</gu

const LAYOUTS: readonly (readonly [string, RenderInput])[] = [
  ['the official notice', officialNotice],
  ['a notice of two pages', longNotice],
  ['the letter', letter],
  ['the slip', slip],
  ['the registration certificate', registration],
  ['the approval document', approval],
]

describe.each(LAYOUTS)('%s', (_, input) => {
  it('keeps every character of its data, rare ones included, as text that can be copied', async () => {
    const copyable = await copyableCharacters(await renderer.pdf(input))
    const lost = [...wordsOf(input)].filter((character) => !copyable.has(character))
    expect(lost).toEqual([])
  })

  it.skipIf(!isInstalled('pdftotext'))(
    'gives back whole sentences to pdftotext (skipped without poppler-utils)',
    async () => {
      const file = join(folder, 'text.pdf')
      writeFileSync(file, await renderer.pdf(input))
      const text = outputOf('pdftotext', ['-raw', file, '-']).replaceAll(/\s|— \d —/g, '')
      for (const sentence of sentencesOf(input)) expect(text).toContain(sentence)
    },
  )

  it('says where its seal belongs, on the last page and away from the edge', async () => {
    const pdf = await renderer.pdf(input)
    const place = await findSealPlace(pdf)
    const pages = (await PDFDocument.load(pdf)).getPages()
    expect(place?.page).toBe(pages.length - 1)
    const page = pages.at(-1)
    const half = (42 / 2 / 25.4) * 72
    expect(place?.x).toBeGreaterThan(half)
    expect(place?.x).toBeLessThan((page?.getWidth() ?? 0) - half)
    expect(place?.y).toBeGreaterThan(half)
  })
})

describe.each(NOTICE_KINDS)('the Tibetan heading of %s', (kind) => {
  const bare = sampleOf(kind)
  const tibetanHeading = TIBETAN_HEADING[kind]
  const input = { ...bare, document: { ...bare.document, kind, tibetanHeading } }

  it('moves neither the seal nor a page', async () => {
    const [pdf, without] = [await renderer.pdf(input), await renderer.pdf(bare)]
    const pages = async (file: Uint8Array) => (await PDFDocument.load(file)).getPageCount()
    expect(await pages(pdf)).toBe(await pages(without))
    expect(await findSealPlace(pdf)).toEqual(await findSealPlace(without))
  })

  it.skipIf(!isInstalled('pdftotext'))(
    'stands on one line between the margins, is copied as written and called a draft (skipped without poppler-utils)',
    async () => {
      const file = join(folder, 'tibetan.pdf')
      writeFileSync(file, await renderer.pdf(input))
      const text = outputOf('pdftotext', ['-raw', file, '-']).replaceAll(/\s/g, '')
      expect(text.replaceAll(/\P{Script=Tibetan}/gu, '')).toBe(tibetanHeading)
      expect(text).toContain('藏文为草稿，待母语审校')
      const boxes = Array.from(
        outputOf('pdftotext', ['-bbox', file, '-']).matchAll(TIBETAN_WORD),
        ([, ...edges]) => edges.map(Number),
      )
      const [left = [], top = [], right = [], bottom = []] = [0, 1, 2, 3].map((edge) =>
        boxes.map((box) => box[edge] ?? Number.NaN),
      )
      expect(Math.max(...bottom) - Math.min(...top)).toBeLessThan(34)
      expect(Math.min(...left)).toBeGreaterThan(70)
      expect(Math.max(...right)).toBeLessThan(595 - 70)
    },
  )
})

describe('typesetting', () => {
  it('answers the same bytes for the same data', async () => {
    const [first, second] = [await renderer.pdf(letter), await renderer.pdf(letter)]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('claims PDF/A-2b', async () => {
    const text = Buffer.from(await renderer.pdf(officialNotice)).toString('latin1')
    expect(text).toMatch(/pdfaid:part>2<[^]*pdfaid:conformance>B</)
  })

  it('fits a notice that nearly fits on one page', async () => {
    const pages = (await PDFDocument.load(await renderer.pdf(officialNotice))).getPageCount()
    expect(pages).toBe(1)
  })

  it('prints the code point of a character that no font has, and reports it', async () => {
    const addressee = '张\u{2FFFD}\u{1F600}某'
    const document = { ...officialNotice.document, addressee }
    const characters = await copyableCharacters(await renderer.pdf({ ...officialNotice, document }))
    expect(Array.from('张[U+1F600]某').every((character) => characters.has(character))).toBe(true)
    expect(reported).toContain('\u{1F600}')
  })

  it('takes text as data: markup in a name is printed, not obeyed', async () => {
    const addressee = '#panic("x") $ ` *甲* <b>@乙 \\'
    const document = { ...officialNotice.document, addressee }
    const characters = await copyableCharacters(await renderer.pdf({ ...officialNotice, document }))
    expect(Array.from('#$`*<>@\\').filter((character) => !characters.has(character))).toEqual([])
  })

  it('shows a draft as one SVG a page, the seal faint at its place', async () => {
    const draft = { ...longNotice, draft: true, number: null }
    const shown = await renderer.svg(draft)
    const bare = await renderer.svg({ ...draft, sealShown: 'none' })
    expect(shown).toHaveLength(2)
    expect(shown[0]).toMatch(/^<svg[^>]*viewBox="0 0 595/)
    expect(shown[1]).toMatch(/^<svg[^>]*viewBox="0 841\.\d+ 595/)
    expect(shown.join('').length).toBeGreaterThan(bare.join('').length)
  })

  it('never prints the whole number of a person on a certificate', async () => {
    const file = Buffer.from(await renderer.pdf(approval))
    expect(file.includes('199003070014')).toBe(false)
    const svg = (await renderer.svg(approval)).join('')
    expect(svg).not.toContain('19900307')
  })
})

/** A paper of the kind's own layout. */
function sampleOf(kind: NoticeKind): NoticeRenderInput {
  if (kind === 'sealing-letter' || kind === 'revocation-copy') return letter
  return SLIPS.has(kind) ? slip : officialNotice
}

function wordsOf(input: RenderInput): Set<string> {
  return new Set(sentencesOf(input).join(''))
}

function sentencesOf({ document }: RenderInput): string[] {
  if ('decidedBy' in document)
    return [
      document.name,
      document.number,
      document.identifier,
      document.holder.name,
      document.holder.kind === 'person' ? '513201********0014' : document.holder.creditCode,
      document.decidedBy,
      ...document.content,
    ].map((text) => text.replaceAll(/\s/g, ''))
  const name = document.layout === 'letter' ? '' : RARE_NAME
  const texts = document.body.flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return [block.text]
    if (block.kind === 'numbered') return block.items
    if (block.kind === 'facts') return block.rows.flat()
    if (block.kind === 'sign-here') return block.labels
    return [...block.columns, ...block.rows.flat()]
  })
  return [document.title, document.issuer, name, ...document.footnotes, ...texts].map((text) =>
    text.replaceAll(/\s/g, ''),
  )
}
