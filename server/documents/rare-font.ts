import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { covers, type Coverage } from './font-coverage.ts'
import type * as Wawoff from 'wawoff2'

// LXGW WenKai comes as some three hundred woff2 pieces whose style sheet names the characters of each.
// Only the piece that holds a wanted character is unpacked (about 6 ms), once, into the cache folder.

type Piece = { readonly file: string; readonly coverage: Coverage }

export type RareFont = {
  /** The piece that holds the character, or undefined when the font has no such glyph. */
  readonly pieceOf: (codePoint: number) => string | undefined
  /** Unpacks the piece and answers its folder: the compiler takes folders, not files. */
  readonly folderOf: (piece: string) => Promise<string>
}

export function openRareFont(root: string, cacheFolder: string): RareFont {
  const require = createRequire(join(root, 'package.json'))
  const folder = join(root, 'node_modules/@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular')
  const unpacked = join(cacheFolder, 'fonts', 'lxgw-wenkai')
  let pieces: readonly Piece[] | undefined
  return {
    pieceOf: (codePoint) => {
      pieces ??= parsePieces(readFileSync(join(folder, 'result.css'), 'utf8'))
      return pieces.find((piece) => covers(piece.coverage, codePoint))?.file
    },
    folderOf: async (piece) => {
      const target = join(unpacked, piece.replace(/\.woff2$/, ''))
      const font = join(target, 'font.ttf')
      if (existsSync(font)) return target
      const wawoff = require('wawoff2') as typeof Wawoff
      const bytes = await wawoff.decompress(readFileSync(join(folder, piece)))
      mkdirSync(target, { recursive: true })
      const draft = join(target, `${process.pid}.part`)
      writeFileSync(draft, bytes)
      renameSync(draft, font)
      return target
    },
  }
}

/** Reads `url("./<hash>.woff2") … unicode-range:U+4E00,U+3759-375B` of every @font-face rule. */
export function parsePieces(styleSheet: string): readonly Piece[] {
  const rules = styleSheet.matchAll(/url\("\.\/([0-9a-f]+\.woff2)"\)[^}]*?unicode-range:([^;}]+)/g)
  return Array.from(rules, ([, file = '', ranges = '']) => ({
    file,
    coverage: ranges
      .split(',')
      .map((range) => {
        const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
      })
      .toSorted(([a], [b]) => a - b),
  }))
}
