import { SHEETS } from './sheets.ts'
import { type ReadSheet, sheetReader } from './sheet-reader.ts'
import { attributeOf, openTags, xmlPieces } from './xml-tags.ts'
import { WorkbookRefused, type ZipEntries, zipEntries } from './zip-entries.ts'

const MACROS = '表格带有宏，不能导入。请另存为不带宏的 .xlsx 后重新上传。'

/**
 * The sheets of a workbook that an import knows, cell by cell. Read here and not by a library: what is not read (pictures,
 * styles, drop-downs, links) can do no harm, and no claim in the file is believed.
 */
export function readWorkbook(bytes: Buffer): readonly ReadSheet[] {
  const zip = zipEntries(bytes)
  if (zip.names.some((name) => /vbaProject|macrosheets|activeX/i.test(name)))
    throw new WorkbookRefused(MACROS)
  if (/macroEnabled/i.test(zip.read('[Content_Types].xml') ?? '')) throw new WorkbookRefused(MACROS)
  const paths = sheetPaths(zip)
  const texts = sharedTexts(zip)
  const known = SHEETS.filter(({ name }) => paths.has(name))
  if (known.length === 0)
    throw new WorkbookRefused(
      `没有找到可以导入的表（${SHEETS.map(({ name }) => name).join('、')}），请用导出的模板填写。`,
    )
  return known.map(({ name }) => sheetReader(name, texts)(zip.read(paths.get(name) ?? '') ?? ''))
}

/** Where each sheet stands, by its name. */
function sheetPaths(zip: ZipEntries): ReadonlyMap<string, string> {
  const targets = new Map(
    openTags(zip.read('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((attributes) => [
      attributeOf(attributes, 'Id'),
      attributeOf(attributes, 'Target') ?? '',
    ]),
  )
  return new Map(
    openTags(zip.read('xl/workbook.xml') ?? '', 'sheet').map((attributes) => {
      const id = /\s\w+:id\s*=\s*["']([^"']+)/.exec(attributes)?.[1]
      const target = targets.get(id) ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      return [attributeOf(attributes, 'name')?.trim() ?? '', path]
    }),
  )
}

/** Texts are kept once for the whole workbook; the parts of a text in several styles are joined, readings left out. */
function sharedTexts(zip: ZipEntries): readonly string[] {
  const texts: string[] = []
  let parts: string[] = []
  let inReading = false
  for (const piece of xmlPieces(zip.read('xl/sharedStrings.xml') ?? '')) {
    if (piece.kind === 'text') {
      if (!inReading) parts.push(piece.text)
    } else if (piece.name === 'rPh') inReading = piece.kind === 'open' && !piece.isEmpty
    else if (piece.name === 'si') {
      if (piece.kind === 'close') texts.push(parts.join(''))
      parts = []
    }
  }
  return texts
}
