import { verificationCodeOf } from './verification-code.ts'

export { verificationCodeOf }

/** A phone's picture has far more pixels than a QR code needs. */
const LONGEST_SIDE = 1600

/** The verification code in a picture file, if one can be made out. */
export async function codeInPicture(file: Blob): Promise<string | undefined> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    return undefined
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  return codeInFrame(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
}

/** The same for one frame of a camera. Width and height in pixels to look at. */
export async function codeInFrame(
  source: CanvasImageSource,
  width: number,
  height: number,
): Promise<string | undefined> {
  if (width === 0 || height === 0) return undefined
  const { default: read } = await import('jsqr')
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.drawImage(source, 0, 0, width, height)
  const text = read(context.getImageData(0, 0, width, height).data, width, height)?.data
  return text === undefined ? undefined : verificationCodeOf(text)
}
