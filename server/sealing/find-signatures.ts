import type { Instant } from '../../domain/shared/ids.ts'

/** A signature dictionary as it stands in the bytes. */
export type FoundSignature = {
  /** The hexadecimal container with its brackets lies in [gapFrom, gapTo). */
  readonly gapFrom: number
  readonly gapTo: number
  /** Where the signed bytes end. */
  readonly end: number
  readonly container: Buffer
  readonly signedAt: Instant | null
}

const MARK = '/ByteRange'
/** A document is sealed by two or three; a file of thousands of marks is no document. */
const MAX_SIGNATURES = 16
/** Hexadecimal digits. */
const MAX_CONTAINER = 262_144
/** Bytes around the mark that hold the rest of the dictionary. */
const DICTIONARY_REACH = 2048

/**
 * Reads the bytes and not the PDF's own tables: whoever forges a file forges its tables too. A mark whose
 * range is not exactly around a container counts as a signature that does not hold (empty container).
 */
export function findSignatures(pdf: Buffer): FoundSignature[] {
  const found: FoundSignature[] = []
  for (
    let at = pdf.indexOf(MARK);
    at >= 0 && found.length < MAX_SIGNATURES;
    at = pdf.indexOf(MARK, at + MARK.length)
  )
    found.push(signatureAt(pdf, at))
  return found
}

function signatureAt(pdf: Buffer, mark: number): FoundSignature {
  const text = pdf.toString('latin1', mark, mark + 128)
  const range = /^\/ByteRange\s*\[\s*0 (\d{1,10}) (\d{1,10}) (\d{1,10})\s*\]/.exec(text)
  const [gapFrom, gapTo, rest] = (range?.slice(1) ?? []).map(Number)
  const broken = { gapFrom: 0, gapTo: 0, end: 0, container: Buffer.alloc(0), signedAt: null }
  if (gapFrom === undefined || gapTo === undefined || rest === undefined) return broken
  const end = gapTo + rest
  const isGap = gapFrom > mark && gapFrom - mark < DICTIONARY_REACH && gapTo > gapFrom + 2
  if (!isGap || end > pdf.length || gapTo - gapFrom > MAX_CONTAINER) return broken
  const digits = pdf.toString('latin1', gapFrom, gapTo)
  // Lower case only, as written here: else a changed byte could mean the same container.
  if (!/^<(?:[0-9a-f]{2})+>$/.test(digits)) return broken
  const container = Buffer.from(digits.slice(1, -1), 'hex')
  return { gapFrom, gapTo, end, container, signedAt: signingTime(pdf, mark, gapTo) }
}

/** `/M (D:20260317093000+08'00')` of the same dictionary. */
function signingTime(pdf: Buffer, mark: number, gapTo: number): Instant | null {
  const before = pdf.toString('latin1', Math.max(0, mark - DICTIONARY_REACH), mark)
  const after = pdf.toString('latin1', gapTo, gapTo + DICTIONARY_REACH)
  const dictionary =
    before.slice(before.lastIndexOf(' obj') + 1) + after.slice(0, after.indexOf('endobj') + 1)
  const time = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\+08'00'\)/.exec(dictionary)
  if (!time) return null
  const [, year, month, day, hour, minute, second] = time
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`)
  return Number.isNaN(at) ? null : (new Date(at).toISOString() as Instant)
}
