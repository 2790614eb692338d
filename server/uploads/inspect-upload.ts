import { refuse } from '../http/refusal.ts'
import { type PdfHazard, pdfHazardOf } from './pdf-hazards.ts'
import { pictureSizeOf } from './picture-size.ts'

export type Upload = {
  /** The whole file. */
  readonly bytes: Buffer
  readonly fileName: string
  /** What the sender calls it; browsers take it from the ending. */
  readonly declaredType: string
}

/** Pixels: A3 at 600 dpi is 70 million. */
const MOST_PIXELS = 120_000_000
const LONGEST_SIDE = 30_000

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
}
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['application/pdf', 'application/x-pdf'],
  'image/jpeg': ['image/jpeg', 'image/jpg', 'image/pjpeg'],
  'image/png': ['image/png', 'image/x-png'],
}
const UNDECLARED = ['', 'application/octet-stream']

// Only these three are looked for: whatever tries to recognise more has to unpack what strangers send.
const BEGINNINGS: readonly (readonly [string, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
]

const MARKUP = /<(?:script|html|!doctype\s+html|svg|iframe|body|head)\b/i
const HEAD = 1_024
/** Bytes of a piece that are looked at again with the next: more than the longest end of an archive. */
const OVERLAP = 1024 * 1024
const LONGEST_NAME = 200

/**
 * What a file is by its bytes, its ending and its declared type, which must agree, and whether a browser may show it.
 * Files of two natures, pictures of absurd size and PDFs that act by themselves are refused.
 */
export async function inspectUpload({ bytes, fileName, declaredType }: Upload) {
  const name = printableName(fileName)
  if (bytes.length === 0)
    return refuse('file-empty', `文件“${name}”是空的，请重新扫描或者选择文件。`)
  const mediaType = mediaTypeOf(bytes)
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase()
  const fault =
    typeFault({ name, ending, mediaType, declaredType: declaredType.toLowerCase() }) ??
    natureFault(name, bytes, bytes, mediaType)
  if (fault) return fault
  if (mediaType !== 'application/pdf') {
    return (
      pictureFault(name, bytes, mediaType) ?? {
        ok: true as const,
        mediaType,
        name,
        saveOnly: false,
      }
    )
  }
  const hazard = await pdfHazardOf(bytes)
  return isRefused(hazard)
    ? unsafePdf(name)
    : { ok: true as const, mediaType, name, saveOnly: hazard === 'carries' }
}

export type LargeUpload = Omit<Upload, 'bytes'> & {
  /** Pieces of a few megabytes, in their order. */
  readonly content: AsyncIterable<Buffer>
}

/**
 * The same for a file too large to hold: piece by piece, each looked at together with the end of the one before. What reaches over two
 * pieces may stay unseen, so a PDF of this size is only ever saved, never shown in a page.
 */
export async function inspectLarge({ content, fileName, declaredType }: LargeUpload) {
  const name = printableName(fileName)
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase()
  let mediaType: string | undefined
  let before: Buffer = Buffer.alloc(0)
  let head: Buffer = before
  for await (const piece of content) {
    const window = Buffer.concat([before, piece])
    if (mediaType === undefined) {
      mediaType = mediaTypeOf(piece)
      head = piece
      const declared = declaredType.toLowerCase()
      const fault = typeFault({ name, ending, mediaType, declaredType: declared })
      if (fault) return fault
    }
    if (mediaType === 'application/pdf' && isRefused(await pdfHazardOf(window)))
      return unsafePdf(name)
    before = window.subarray(-OVERLAP)
    // Others are served between two pieces.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return mediaType === undefined
    ? refuse('file-empty', `文件“${name}”是空的，请重新扫描或者选择文件。`)
    : largeOutcome(name, mediaType, head, before)
}

function largeOutcome(name: string, mediaType: string, head: Buffer, tail: Buffer) {
  const isPdf = mediaType === 'application/pdf'
  const fault =
    natureFault(name, head, tail, mediaType) ??
    (isPdf ? undefined : pictureFault(name, head, mediaType))
  return fault ?? { ok: true as const, mediaType, name, saveOnly: isPdf }
}

function isRefused(hazard: PdfHazard): boolean {
  return hazard === 'acts' || hazard === 'bomb'
}

function unsafePdf(name: string) {
  return refuse(
    'file-unsafe',
    `“${name}”含有脚本、自动执行的操作或者异常的压缩内容，不能接收。请用“打印为 PDF”另存一份后重新上传。`,
  )
}

function mediaTypeOf(bytes: Buffer): string {
  const known = BEGINNINGS.find(([, begins]) => bytes.subarray(0, begins.length).equals(begins))
  return known?.[0] ?? ''
}

function typeFault({
  name,
  ending,
  mediaType,
  declaredType,
}: {
  readonly name: string
  readonly ending: string | undefined
  readonly mediaType: string
  readonly declaredType: string
}) {
  const endings = ENDINGS[mediaType]
  if (ending === 'pdf' && mediaType !== 'application/pdf')
    return refuse('file-not-a-pdf', `“${name}”不是有效的 PDF 文件，请重新导出或者扫描。`)
  if (endings === undefined)
    return refuse('file-type-not-allowed', '只接受 PDF、JPEG、PNG 文件，请转换格式后上传。')
  const isAgreed =
    (ending === undefined || endings.includes(ending)) &&
    (UNDECLARED.includes(declaredType) || NAMES[mediaType]?.includes(declaredType) === true)
  return isAgreed
    ? undefined
    : refuse(
        'file-type-mismatch',
        `“${name}”的扩展名或者类型与内容不符：内容是 ${endings[0]?.toUpperCase() ?? ''}。请改正扩展名，或者重新导出后上传。`,
      )
}

/** A PDF that is a web page too, a picture that is a PDF or an archive too. */
function natureFault(name: string, begins: Buffer, ends: Buffer, mediaType: string) {
  const head = begins.toString('latin1', 0, HEAD)
  const isDouble =
    MARKUP.test(head) ||
    (mediaType !== 'application/pdf' && head.includes('%PDF-')) ||
    endsAsArchive(ends)
  return isDouble
    ? refuse('file-unsafe', `“${name}”里夹带了网页或者压缩包，不能接收。请重新扫描或者导出后上传。`)
    : undefined
}

/** A ZIP is read from its end: the record there reaches exactly to the last byte. */
function endsAsArchive(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  return (
    at !== -1 && at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length
  )
}

function pictureFault(name: string, bytes: Buffer, mediaType: string) {
  const size = pictureSizeOf(bytes, mediaType)
  if (size === undefined)
    return refuse('file-type-not-allowed', `图片“${name}”已损坏，请重新扫描或者拍照后上传。`)
  const { width, height } = size
  return width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE
    ? refuse(
        'picture-too-large',
        `图片“${name}”有 ${width}×${height} 像素，超过上限。请降低扫描分辨率后重新上传。`,
      )
    : undefined
}

/** What no name of a file needs: controls, marks that turn the direction of writing around, folders. */
function printableName(fileName: string): string {
  const name = fileName
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replaceAll(/^.*[/\\]/g, '')
    .trim()
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  const letters = Array.from(name)
  if (letters.length > LONGEST_NAME)
    return `${letters.slice(0, LONGEST_NAME - ending.length).join('')}${ending}`
  return name === '' ? '未命名' : name
}
