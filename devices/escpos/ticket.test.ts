import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { DRIVER_TOOLS } from '../driver-tools.ts'
import { readEscpos } from '../testing/read-escpos.ts'
import { fillContours } from '../typesetting/fill-contours.ts'
import { pixelAt, whitePaper, type GrayPicture } from '../typesetting/gray-picture.ts'
import { ticketPicture } from './ticket-picture.ts'

const line = (text: string, size: 'small' | 'normal' | 'large' | 'huge' = 'normal') => ({
  text,
  size,
  align: 'center' as const,
  bold: false,
})
const TICKET = {
  lines: [
    line('阿坝州政务服务大厅', 'large'),
    line('A012', 'huge'),
    line('前面还有 3 人'),
    line('ཨང་རྟགས།'),
  ],
  qr: 'https://zw.example.gov.cn/t/A012',
  cut: true,
}

function inkOf(picture: GrayPicture): number {
  return picture.pixels.reduce((sum, pixel) => sum + (pixel === 0 ? 1 : 0), 0)
}

/** As a camera sees it: four bytes a pixel. */
function seen(picture: GrayPicture): Uint8ClampedArray {
  const colours = new Uint8ClampedArray(picture.pixels.length * 4)
  picture.pixels.forEach((pixel, at) => colours.set([pixel, pixel, pixel, 255], at * 4))
  return colours
}

test.each([576, 384])(
  'a ticket on a paper of %i dots comes back from its bytes dot by dot',
  async (dots) => {
    const picture = ticketPicture(TICKET, dots)
    const { picture: printed, commands } = readEscpos(await DRIVER_TOOLS.ticketBytes(TICKET, dots))
    expect([printed.width, printed.height]).toEqual([dots, picture.height])
    const wrong = printed.pixels.filter(
      (pixel, at) => pixel !== ((picture.pixels[at] ?? 255) < 176 ? 0 : 255),
    )
    expect(wrong).toHaveLength(0)
    expect(commands[0]).toBe('init')
    expect(commands.slice(-2)).toEqual(['feed 4', 'cut'])
    expect(jsQR(seen(printed), printed.width, printed.height)?.data).toBe(TICKET.qr)
  },
)

test('Chinese, Tibetan and the number are drawn, each in its own shapes', () => {
  const alone = (text: string) => ticketPicture({ lines: [line(text, 'large')], qr: null, cut: true }, 576)
  const inks = ['阿坝州', 'ཨང་རྟགས།', 'A012'].map((text) => inkOf(thresholded(alone(text))))
  for (const ink of inks) expect(ink).toBeGreaterThan(150)
  // A character that no font has is an empty frame, the same for all: these are not.
  const pictures = ['人', '入', 'ཨ', 'ཀ'].map((text) => thresholded(alone(text)).pixels.toString())
  expect(new Set(pictures).size).toBe(4)
})

test('a hole in an outline stays white, an edge is as gray as it covers', () => {
  const paper = whitePaper(10, 10)
  const square = (a: number, b: number) => [a, a, b, a, b, b, a, b]
  const turned = (a: number, b: number) => [a, a, a, b, b, b, b, a]
  fillContours(paper, [square(1, 9), turned(3.5, 6)], 0)
  expect([pixelAt(paper, 0, 0), pixelAt(paper, 2, 2), pixelAt(paper, 5, 5)]).toEqual([255, 0, 255])
  expect(pixelAt(paper, 3, 5)).toBeGreaterThan(100)
  expect(pixelAt(paper, 3, 5)).toBeLessThan(155)
})

function thresholded(picture: GrayPicture): GrayPicture {
  return { ...picture, pixels: picture.pixels.map((pixel) => (pixel < 176 ? 0 : 255)) }
}
