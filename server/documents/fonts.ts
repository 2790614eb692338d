import { join } from 'node:path'
import { covers, readCoverage, type Coverage } from './font-coverage.ts'
import { openRareFont } from './rare-font.ts'

/** Shipped folders, in the order in which the templates name the families. */
const SHIPPED = [
  'noto-serif-sc/400Regular',
  'noto-serif-sc/700Bold',
  'noto-sans-sc/400Regular',
  'noto-sans-sc/500Medium',
  'noto-serif-tibetan/400Regular',
] as const
const KNOWN_COVERAGE = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular.ttf',
] as const

// Shaping consumes these; no font needs a glyph for them.
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}]$/u

export type FontShelf = {
  readonly folders: readonly string[]
  /** Pieces of the rare font that a text needs, and the characters that no shipped font has. */
  readonly needsOf: (text: string) => { readonly pieces: string[]; readonly missing: string[] }
  readonly folderOf: (piece: string) => Promise<string>
}

export function openFontShelf(root: string, cacheFolder: string): FontShelf {
  const base = join(root, 'node_modules/@expo-google-fonts')
  const rare = openRareFont(root, cacheFolder)
  let shipped: Coverage[] | undefined
  const isShipped = (codePoint: number): boolean => {
    shipped ??= KNOWN_COVERAGE.map((file) => readCoverage(join(base, file)))
    return shipped.some((coverage) => covers(coverage, codePoint))
  }
  return {
    folders: SHIPPED.map((folder) => join(base, folder)),
    needsOf: (text) => {
      const pieces = new Set<string>()
      const missing = new Set<string>()
      for (const character of new Set(text)) {
        const codePoint = character.codePointAt(0) ?? 0
        if (INVISIBLE.test(character) || isShipped(codePoint)) continue
        const piece = rare.pieceOf(codePoint)
        if (piece === undefined) missing.add(character)
        else pieces.add(piece)
      }
      return { pieces: [...pieces].toSorted(), missing: [...missing].toSorted() }
    },
    folderOf: rare.folderOf,
  }
}
