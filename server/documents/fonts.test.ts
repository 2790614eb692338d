import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openFontShelf } from './fonts.ts'
import { projectRoot } from './project-root.ts'
import { parsePieces } from './rare-font.ts'

const folder = mkdtempSync(join(tmpdir(), 'yichuang-fonts-'))
const shelf = openFontShelf(projectRoot(), folder)
afterAll(() => rmSync(folder, { recursive: true }))

describe('the fonts', () => {
  it('need nothing unpacked for ordinary Chinese and Tibetan', () => {
    expect(shelf.needsOf('阿坝州行政审批局〔2026〕12号 བོད་ཡིག ABC·—“”')).toEqual({
      pieces: [],
      missing: [],
    })
    expect(existsSync(join(folder, 'fonts'))).toBe(false)
  })

  it('unpack only the pieces that hold the rare characters of a name', async () => {
    const { pieces, missing } = shelf.needsOf('㙍𠮷')
    expect(missing).toEqual([])
    expect(pieces.length).toBeGreaterThan(0)
    for (const piece of pieces)
      expect(readdirSync(await shelf.folderOf(piece))).toEqual(['font.ttf'])
    expect(readdirSync(join(folder, 'fonts/lxgw-wenkai'))).toHaveLength(pieces.length)
  })

  it('know which characters no shipped font has', () => {
    expect(shelf.needsOf('张\u{1F600}').missing).toEqual(['\u{1F600}'])
  })

  it('read the ranges of a style sheet', () => {
    const css = '@font-face{src:url("./0a1b.woff2")format("woff2");unicode-range:U+4E00,U+20-2F}'
    expect(parsePieces(css)).toEqual([
      {
        file: '0a1b.woff2',
        coverage: [
          [0x20, 0x2f],
          [0x4e00, 0x4e00],
        ],
      },
    ])
  })
})
