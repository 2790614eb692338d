import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'

/** An object as it is written: `7 0 obj … endobj`. */
export type WrittenObject = { readonly number: number; readonly bytes: Buffer }

export function writtenObject(context: PDFContext, ref: PDFRef): WrittenObject {
  const object = context.lookup(ref)
  if (object === undefined) throw new Error(`there is no object ${ref.objectNumber}`)
  const body = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(body, 0)
  const head = Buffer.from(`${ref.objectNumber} ${ref.generationNumber} obj\n`, 'latin1')
  return { number: ref.objectNumber, bytes: Buffer.concat([head, body, Buffer.from('\nendobj\n')]) }
}

/** The file with the objects appended as an update (ISO 32000-1 §7.5.6); every byte of before stays. */
export function withUpdate(
  pdf: Uint8Array,
  { trailerInfo }: PDFContext,
  objects: readonly WrittenObject[],
): Buffer {
  const before = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const previous = startOfTable(before)
  const sorted = objects.toSorted((one, other) => one.number - other.number)
  const parts: Buffer[] = [before, Buffer.from('\n')]
  const table = ['xref']
  let offset = before.length + 1
  for (const [at, { number, bytes }] of sorted.entries()) {
    if (at === 0 || sorted[at - 1]?.number !== number - 1)
      table.push(`${number} ${lengthOfRun(sorted, at)}`)
    table.push(`${String(offset).padStart(10, '0')} 00000 n `)
    parts.push(bytes)
    offset += bytes.length
  }
  const { Root, Info, ID } = trailerInfo
  const size = (sorted.at(-1)?.number ?? 0) + 1
  const kept = Object.entries({ Root, Info, ID }).flatMap(([key, value]) =>
    value === undefined ? [] : [`/${key} ${value.toString()}`],
  )
  const trailer = [`<< /Size ${size}`, ...kept, `/Prev ${previous} >>`]
  const end = [...table, 'trailer', ...trailer, 'startxref', String(offset), '%%EOF', '']
  return Buffer.concat([...parts, Buffer.from(end.join('\n'), 'latin1')])
}

function lengthOfRun(sorted: readonly WrittenObject[], from: number): number {
  const first = sorted[from]?.number ?? 0
  let length = 1
  while (sorted[from + length]?.number === first + length) length += 1
  return length
}

function startOfTable(pdf: Buffer): number {
  const end = pdf.toString('latin1', Math.max(0, pdf.length - 1024))
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? Number.NaN)
  if (pdf.toString('latin1', start, start + 4) !== 'xref')
    throw new Error('the document has no plain cross-reference table')
  return start
}
