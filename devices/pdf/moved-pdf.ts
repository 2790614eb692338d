import { PDFDocument } from '@cantoo/pdf-lib'

const POINTS_PER_MM = 72 / 25.4

/**
 * The same PDF with everything on every page moved: `right` and `down` in millimetres. Blanks lie in each printer a
 * little differently; the paper is measured once and the offsets stand in devices.json.
 */
export async function movedPdf(pdf: Uint8Array, right: number, down: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf)
  for (const page of document.getPages())
    page.translateContent(right * POINTS_PER_MM, -down * POINTS_PER_MM)
  return await document.save()
}
