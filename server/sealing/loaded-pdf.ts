import { PDFDocument } from '@cantoo/pdf-lib'

const loaded = new WeakMap<Uint8Array, Promise<PDFDocument>>()

/** To be read only: whoever seals the same bytes next takes it. */
export function loadPdf(pdf: Uint8Array): Promise<PDFDocument> {
  const known = loaded.get(pdf) ?? PDFDocument.load(pdf, { updateMetadata: false })
  loaded.set(pdf, known)
  return known
}

/** To be changed: nobody else gets this one. Parsing is most of the work of a seal, and is done once. */
export function takePdf(pdf: Uint8Array): Promise<PDFDocument> {
  const taken = loadPdf(pdf)
  loaded.delete(pdf)
  return taken
}
