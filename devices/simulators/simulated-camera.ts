import type { DeviceDriver } from '../device-driver.ts'
import { pngBytes } from '../typesetting/png-bytes.ts'
import { svgPicture } from '../typesetting/svg-picture.ts'
import { typesetSvg } from '../typesetting/typeset-svg.ts'

/** 150 dots an inch. */
const DOTS_PER_POINT = 150 / 72

const SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set page(width: 210mm, height: 297mm, margin: 28mm)
#set text(font: ("Noto Sans SC", "Noto Serif Tibetan"), size: 14pt, lang: "zh")
#align(center, text(size: 22pt, weight: 700)[模拟拍摄的材料])
#v(8mm)
#par(leading: 1em)[本页由模拟高拍仪生成，不是任何人的材料，没有法律效力。\\
拍摄时间 #data.at ，第 #data.count 页。]
#v(8mm)
#rect(width: 100%, height: 90mm, stroke: 1pt)
`

/** Photographs a page that it typesets itself. */
export function simulatedCamera(): DeviceDriver {
  let count = 0
  return {
    device: 'document-camera',
    name: '模拟高拍仪',
    simulated: true,
    operations: {
      capture: async () => {
        count += 1
        const svg = typesetSvg(SOURCE, { at: new Date().toISOString(), count: String(count) })
        const picture = svgPicture(svg, DOTS_PER_POINT)
        const data = pngBytes(picture).toString('base64')
        return { mediaType: 'image/png', width: picture.width, height: picture.height, data }
      },
      'self-test': async () => ({ passed: true, sentence: '模拟高拍仪正常。' }),
    },
  }
}
