import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as QrCode from 'qrcode'

/** A QR code as one SVG path. The templates leave the quiet zone around it. */
export function qrCodeSvg(root: string, text: string): string {
  const qrcode = createRequire(join(root, 'package.json'))('qrcode') as typeof QrCode
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
  const box = `0 0 ${modules.size} ${modules.size}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}
