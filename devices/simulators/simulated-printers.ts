import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { TicketPaper } from '../../contract/device-kinds.ts'
import type { DeviceDriver, DriverTools } from '../device-driver.ts'
import { ticketPicture } from '../escpos/ticket-picture.ts'
import { pngBytes } from '../typesetting/png-bytes.ts'

const DOTS = 576
type Job = { readonly pdf: string; readonly name: string }

/** Three printers whose paper is a folder: what they would print lies there to be looked at. */
export function simulatedPrinters(folder: string, tools: DriverTools): DeviceDriver[] {
  let count = 0
  const keep = async (ending: string, bytes: Uint8Array) => {
    count += 1
    const file = path.join(folder, `${Date.now()}-${count}${ending}`)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(file, bytes, { mode: 0o600 })
    return path.basename(file)
  }
  const ofPages = (device: 'page-printer' | 'certificate-printer', name: string): DeviceDriver => ({
    device,
    name,
    simulated: true,
    operations: {
      print: async ({ pdf }: Job) => ({
        job: await keep('.pdf', await tools.movedPdf(Buffer.from(pdf, 'base64'), 0, 0)),
      }),
      'self-test': async () => ({ passed: true, sentence: `${name}正常，打印的内容存在文件夹里。` }),
    },
  })
  return [
    {
      device: 'ticket-printer',
      name: '模拟取号打印机',
      simulated: true,
      operations: {
        print: async (ticket: TicketPaper) => {
          await keep('.png', pngBytes(ticketPicture(ticket, DOTS)))
          return { job: await keep('.escpos', await tools.ticketBytes(ticket, DOTS)) }
        },
        'self-test': async () => ({ passed: true, sentence: '模拟取号打印机正常，纸张充足。' }),
      },
    },
    ofPages('page-printer', '模拟 A4 打印机'),
    ofPages('certificate-printer', '模拟证照套打机'),
  ]
}
