import { PDFDocument } from '@cantoo/pdf-lib'
import type { Renderer } from './render-document.ts'

/**
 * A copy that shows every page of the original under its watermark. Pages are drawn anew: no signature of the original
 * comes along that would no longer hold.
 */
export async function stampCopy(
  { watermark }: Pick<Renderer, 'watermark'>,
  pdf: Uint8Array,
  text: string,
): Promise<Buffer> {
  const copy = await PDFDocument.create()
  const original = await PDFDocument.load(pdf)
  const [overlay] = await copy.embedPdf(await watermark(text))
  for (const page of await copy.embedPages(original.getPages())) {
    const { width, height } = page
    const sheet = copy.addPage([width, height])
    sheet.drawPage(page)
    if (overlay !== undefined) sheet.drawPage(overlay, { width, height })
  }
  copy.setTitle(text)
  return Buffer.from(await copy.save())
}
