/** One byte a pixel, rows from the top: 0 is black, 255 the white of the paper. */
export type GrayPicture = {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

export function whitePaper(width: number, height: number): GrayPicture {
  return { width, height, pixels: new Uint8Array(width * height).fill(255) }
}

export function pixelAt({ width, pixels }: GrayPicture, x: number, y: number): number {
  return pixels[y * width + x] ?? 255
}

/** Below one another, each from the left edge of the first. */
export function stacked(pictures: readonly GrayPicture[]): GrayPicture {
  const width = pictures[0]?.width ?? 0
  const height = pictures.reduce((sum, one) => sum + one.height, 0)
  const paper = whitePaper(width, height)
  let top = 0
  for (const picture of pictures) {
    if (picture.width !== width) throw new Error('pictures of one ticket differ in width')
    paper.pixels.set(picture.pixels, top * width)
    top += picture.height
  }
  return paper
}
