import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { SealPlace } from './seal-place.ts'
import { signatureContainer } from './container-template.ts'
import { takePdf } from './loaded-pdf.ts'
import { withUpdate, writtenObject } from './pdf-update.ts'
import { preparedArtwork } from './prepared-artwork.ts'
import type { RawSigner, SignerCertificates } from './signature-container.ts'

/** Bytes kept free for the CMS; the test seals need some 2.4 kB, a timestamp would add as much. */
const CONTAINER_SPACE = 8192
const EMPTY_CONTAINER = PDFHexString.of('0'.repeat(CONTAINER_SPACE * 2))
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
  readonly certificates: SignerCertificates
  readonly sign: RawSigner
}

/** Appends a signature whose appearance is the seal; the bytes before it stay as they were. */
export async function signPdf(pdf: Uint8Array, signing: PdfSigning): Promise<Uint8Array> {
  const prepared = await withEmptySignature(pdf, signing)
  const { from, to } = fillByteRange(prepared)
  const hash = createHash('sha256').update(prepared.subarray(0, from))
  const digest = hash.update(prepared.subarray(to)).digest()
  const container = await signatureContainer(digest, signing.certificates, signing.sign)
  if (container.length > CONTAINER_SPACE)
    throw new Error(`a signature of ${container.length} bytes does not fit into ${CONTAINER_SPACE}`)
  prepared.write(Buffer.from(container).toString('hex'), from + 1, 'latin1')
  return prepared
}

async function withEmptySignature(
  pdf: Uint8Array,
  { place, artwork, signerName, reason, signedAt }: PdfSigning,
): Promise<Buffer> {
  const document = await takePdf(pdf)
  const { context } = document
  const page = document.getPages()[place.page]
  if (!page) throw new Error(`the document has no page ${place.page + 1}`)
  const largest = context.largestObjectNumber
  const { objects, appearance, width, height } = await preparedArtwork(artwork, largest)
  const range = PDFArray.withContext(context)
  range.push(PDFNumber.of(0))
  for (let at = 0; at < 3; at++) range.push(PDFName.of(RANGE_MARK.slice(1)))
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      M: PDFString.of(pdfTime(signedAt)),
      Name: PDFHexString.fromText(signerName),
      Reason: PDFHexString.fromText(reason),
      ByteRange: range,
      Contents: EMPTY_CONTAINER,
    }),
  )
  const left = place.x - width / 2
  const bottom = place.y - height / 2
  const { form, fields } = formOf(document)
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of(`Seal${fields.length + 1}`),
      F: PRINT_AND_LOCKED,
      Rect: [left, bottom, left + width, bottom + height].map((n) => Math.round(n * 100) / 100),
      V: signature,
      P: page.ref,
      AP: { N: appearance },
    }),
  )
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []
  page.node.set(PDFName.of('Annots'), context.obj([...annotations, widget]))
  // 3: signatures exist, and the file may only be appended to (ISO 32000-1 table 219).
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3))
  form.set(PDFName.of('Fields'), context.obj([...fields, widget]))
  document.catalog.set(PDFName.of('AcroForm'), form)
  const { Root } = context.trailerInfo
  if (!(Root instanceof PDFRef)) throw new Error('the document has no catalogue')
  const changed = [page.ref, Root, signature, widget]
  return withUpdate(pdf, context, [
    ...changed.map((ref) => writtenObject(context, ref)),
    ...objects,
  ])
}

/** Written into the catalogue itself, wherever it stood before. */
function formOf({ catalog, context }: PDFDocument): { form: PDFDict; fields: PDFObject[] } {
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict) ?? context.obj({})
  return { form, fields: form.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? [] }
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
