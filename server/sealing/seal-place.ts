import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { loadPdf } from './loaded-pdf.ts'

/** Where the middle of a seal belongs: page from 0, points from the lower left corner of the page. */
export type SealPlace = { readonly page: number; readonly x: number; readonly y: number }

/** The named destination that the templates leave at the place of the seal. */
const DESTINATION = 'seal-place'

/** Undefined where the document carries no place, as in a notice that is not sealed. */
export async function findSealPlace(pdf: Uint8Array): Promise<SealPlace | undefined> {
  return sealPlaceOf(await loadPdf(pdf))
}

function sealPlaceOf(document: PDFDocument): SealPlace | undefined {
  const names = document.catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('Dests'), PDFDict)
    ?.lookupMaybe(PDFName.of('Names'), PDFArray)
  if (!names) return undefined
  for (let at = 0; at + 1 < names.size(); at += 2) {
    const name = names.lookup(at)
    if (!(name instanceof PDFString || name instanceof PDFHexString)) continue
    if (name.decodeText() !== DESTINATION) continue
    const target = names.lookup(at + 1)
    const view = target instanceof PDFDict ? target.lookup(PDFName.of('D'), PDFArray) : target
    return view instanceof PDFArray ? placeOf(document, view) : undefined
  }
  return undefined
}

/** `[page /XYZ left top zoom]` */
function placeOf(document: PDFDocument, view: PDFArray): SealPlace | undefined {
  const target = view.get(0)
  const page = document
    .getPages()
    .findIndex(({ ref }) => target instanceof PDFRef && ref === target)
  const x = view.lookup(2, PDFNumber).asNumber()
  const y = view.lookup(3, PDFNumber).asNumber()
  return page < 0 ? undefined : { page, x, y }
}
