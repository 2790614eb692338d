import { setTimeout as wait } from 'node:timers/promises'
import type { DeviceDriver, DriverContext } from '../device-driver.ts'
import { fillContours } from '../typesetting/fill-contours.ts'
import { whitePaper } from '../typesetting/gray-picture.ts'
import { strokeContours } from '../typesetting/path-contours.ts'
import { pngBytes } from '../typesetting/png-bytes.ts'

const WIDTH = 600
const HEIGHT = 220
const PEN = 4
/** Milliseconds that the pretended person takes. */
const TIME_TO_SIGN = 600

type Point = { readonly x: number; readonly y: number; readonly t: number; readonly p: number }

/** Signs by itself with three waves that nobody takes for a name. */
export function simulatedPad(): DeviceDriver {
  return {
    device: 'signature-pad',
    name: '模拟签字屏',
    simulated: true,
    operations: {
      sign: async (
        { documentHash }: { documentHash: string | null },
        { signal, waiting }: DriverContext,
      ) => {
        waiting()
        await wait(TIME_TO_SIGN, undefined, { signal })
        const strokes = [0, 1, 2].map(wave)
        const picture = whitePaper(WIDTH, HEIGHT)
        for (const stroke of strokes) {
          const line = stroke.flatMap(({ x, y }) => [x, y])
          fillContours(picture, strokeContours([line], PEN), 0)
        }
        const image = pngBytes(picture).toString('base64')
        const signedAt = new Date().toISOString()
        return { image, width: WIDTH, height: HEIGHT, strokes, signedAt, documentHash }
      },
      'self-test': async () => ({ passed: true, sentence: '模拟签字屏正常，会自己签三道波纹。' }),
    },
  }
}

function wave(index: number): Point[] {
  return Array.from({ length: 40 }, (_, at) => ({
    x: 60 + index * 160 + at * 3.5,
    y: HEIGHT / 2 + Math.sin(at / 3 + index) * (30 + index * 12),
    t: index * 400 + at * 8,
    p: 0.5,
  }))
}
