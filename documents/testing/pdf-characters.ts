import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

/** Every character that the fonts of a PDF can give back when its text is copied (ToUnicode). */
export async function copyableCharacters(pdf: Uint8Array): Promise<ReadonlySet<string>> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  const characters = new Set<string>()
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const map = object.lookup(PDFName.of('ToUnicode'))
    if (!(map instanceof PDFRawStream)) continue
    const text = Buffer.from(decodePDFRawStream(map).decode()).toString('latin1')
    for (const [, block = ''] of text.matchAll(/beginbfchar([^]*?)endbfchar/g))
      for (const [, hex = ''] of block.matchAll(/<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>/g))
        for (const character of Buffer.from(hex, 'hex').swap16().toString('utf16le'))
          characters.add(character)
  }
  return characters
}
