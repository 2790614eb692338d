import { PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import { type WrittenObject, writtenObject } from './pdf-update.ts'

/** A seal's drawing as the objects that go into a document, written once and appended as they are. */
export type PreparedArtwork = {
  readonly objects: readonly WrittenObject[]
  /** The appearance of a signature. */
  readonly appearance: PDFRef
  /** Points. */
  readonly width: number
  readonly height: number
}

/** Numbers of artwork begin at a multiple: nearly every paper of a seal then shares one preparation. */
const STEP = 256
const KEPT_A_DRAWING = 4
const prepared = new WeakMap<Uint8Array, Map<number, Promise<PreparedArtwork>>>()

/** The objects numbered above all that a document has. */
export function preparedArtwork(artwork: Uint8Array, largest: number): Promise<PreparedArtwork> {
  const base = Math.ceil((largest + 1) / STEP) * STEP
  const known = prepared.get(artwork) ?? new Map<number, Promise<PreparedArtwork>>()
  prepared.set(artwork, known)
  const before = known.get(base)
  if (before !== undefined) return before
  const made = prepare(artwork, base)
  if (known.size >= KEPT_A_DRAWING) known.clear()
  known.set(base, made)
  return made
}

/** The ink multiplies with the paper: print under a seal stays readable, as under real ink. */
async function prepare(artwork: Uint8Array, base: number): Promise<PreparedArtwork> {
  const document = await PDFDocument.create()
  const { context } = document
  context.largestObjectNumber = base - 1
  const [seal] = await document.embedPdf(artwork)
  if (!seal) throw new Error('the artwork of the seal has no page')
  await seal.embed()
  const { width, height } = seal
  const appearance = context.register(
    context.stream('q /Ink gs /Seal Do Q', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: {
        XObject: { Seal: seal.ref },
        ExtGState: { Ink: { Type: 'ExtGState', BM: 'Multiply' } },
      },
    }),
  )
  const objects = context
    .enumerateIndirectObjects()
    .filter(([{ objectNumber }]) => objectNumber >= base)
    .map(([ref]) => writtenObject(context, ref))
  return { objects, appearance, width, height }
}
