import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { SealPlace } from './seal-place.ts'
import { sha256, signatureContainer, type RawSigner } from './signature-container.ts'

/** Bytes kept free for the CMS; the test seals need some 2.4 kB, a timestamp would add as much. */
const CONTAINER_SPACE = 8192
const RANGE_MARK = '/**********'
/** Widget flags: Print and Locked, ISO 32000-1 table 165. */
const PRINT_AND_LOCKED = 132

export type PdfSigning = {
  readonly place: SealPlace
  /** One-page PDF of the seal, drawn at its own size around the place. */
  readonly artwork: Uint8Array
  readonly signerName: string
  readonly reason: string
  readonly signedAt: Instant
  readonly certificates: { readonly signer: string; readonly authority: string }
  readonly sign: RawSigner
}

/** Appends a signature whose appearance is the seal; the bytes before it stay as they were. */
export async function signPdf(pdf: Uint8Array, signing: PdfSigning): Promise<Uint8Array> {
  const prepared = Buffer.from(await withEmptySignature(pdf, signing))
  const { from, to } = fillByteRange(prepared)
  const digest = sha256(Buffer.concat([prepared.subarray(0, from), prepared.subarray(to)]))
  const container = await signatureContainer(digest, signing.certificates, signing.sign)
  if (container.length > CONTAINER_SPACE)
    throw new Error(`a signature of ${container.length} bytes does not fit into ${CONTAINER_SPACE}`)
  prepared.write(Buffer.from(container).toString('hex'), from + 1, 'latin1')
  return new Uint8Array(prepared)
}

async function withEmptySignature(pdf: Uint8Array, signing: PdfSigning): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    forIncrementalUpdate: true,
    updateMetadata: false,
  })
  const { context } = document
  const page = document.getPages()[signing.place.page]
  if (!page) throw new Error(`the document has no page ${signing.place.page + 1}`)
  const range = PDFArray.withContext(context)
  range.push(PDFNumber.of(0))
  for (let at = 0; at < 3; at++) range.push(PDFName.of(RANGE_MARK.slice(1)))
  const signature = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    M: PDFString.of(pdfTime(signing.signedAt)),
    Name: PDFHexString.fromText(signing.signerName),
    Reason: PDFHexString.fromText(signing.reason),
    ByteRange: range,
    Contents: PDFHexString.of('0'.repeat(CONTAINER_SPACE * 2)),
  })
  const form = formOf(document)
  const fields = form.lookup(PDFName.of('Fields'), PDFArray)
  const { rectangle, appearance } = await appearanceOf(document, signing)
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of(`Seal${fields.size() + 1}`),
      F: PRINT_AND_LOCKED,
      Rect: rectangle,
      V: context.register(signature),
      P: page.ref,
      AP: { N: appearance },
    }),
  )
  fields.push(widget)
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  if (annotations) annotations.push(widget)
  else page.node.set(PDFName.of('Annots'), context.obj([widget]))
  return document.save({ useObjectStreams: false })
}

function formOf(document: PDFDocument): PDFDict {
  const key = PDFName.of('AcroForm')
  const known = document.catalog.lookupMaybe(key, PDFDict)
  if (known) return known
  // 3: signatures exist, and the file may only be appended to (ISO 32000-1 table 219).
  const form = document.context.obj({ Fields: [], SigFlags: 3 })
  document.catalog.set(key, document.context.register(form))
  return form
}

/** The ink multiplies with the paper: print under a seal stays readable, as under real ink. */
async function appearanceOf(
  document: PDFDocument,
  { place, artwork }: PdfSigning,
): Promise<{ rectangle: number[]; appearance: PDFRef }> {
  const [seal] = await document.embedPdf(artwork)
  if (!seal) throw new Error('the artwork of the seal has no page')
  await seal.embed()
  const { width, height } = seal
  const { context } = document
  const form = context.stream('q /Ink gs /Seal Do Q', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: {
      XObject: { Seal: seal.ref },
      ExtGState: { Ink: { Type: 'ExtGState', BM: 'Multiply' } },
    },
  })
  const left = place.x - width / 2
  const bottom = place.y - height / 2
  return {
    rectangle: [left, bottom, left + width, bottom + height].map((n) => Math.round(n * 100) / 100),
    appearance: context.register(form),
  }
}

/** Writes the two signed stretches over the marks; answers where the gap between them lies. */
function fillByteRange(pdf: Buffer): { from: number; to: number } {
  const range = pdf.lastIndexOf('/ByteRange')
  const open = pdf.indexOf('[', range)
  const close = pdf.indexOf(']', open)
  const from = pdf.indexOf('<', pdf.indexOf('/Contents', close))
  const to = pdf.indexOf('>', from) + 1
  if (range < 0 || from < 0 || to !== from + 2 + CONTAINER_SPACE * 2)
    throw new Error('the empty signature is not where it was put')
  pdf.write(`[0 ${from} ${to} ${pdf.length - to}`.padEnd(close - open, ' '), open, 'latin1')
  return { from, to }
}

/** D:20260317093000+08'00' */
function pdfTime(at: Instant): string {
  const china = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  const time = china.slice(11, 19).replaceAll(':', '')
  return `D:${localDateOf(at).replaceAll('-', '')}${time}+08'00'`
}
