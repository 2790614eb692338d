import { open } from 'node:fs/promises'
import { z } from 'zod'
import type { TicketPaper } from '../../contract/device-kinds.ts'
import type { DriverTools, OpenDriver } from '../device-driver.ts'

const Settings = z.strictObject({
  /** `/dev/usb/lp0`; on Windows a shared printer: `\\\\localhost\\ticket`. */
  path: z.string(),
  dots: z.int().min(200).max(832).default(576),
})

/** A ticket printer that the system shows as a file: what is written is printed. */
export const openDriver: OpenDriver = (given, tools) => {
  const { path, dots } = Settings.parse(given)
  return {
    device: 'ticket-printer',
    name: path,
    operations: {
      print: async (ticket: TicketPaper) => {
        const bytes = await tools.ticketBytes(ticket, dots)
        await write(path, bytes, tools)
        return { job: `${bytes.length} bytes` }
      },
      'self-test': async () => {
        await write(path, new Uint8Array(), tools)
        return { passed: true, sentence: '打印机文件可以写入。' }
      },
    },
  }
}

async function write(path: string, bytes: Uint8Array, tools: DriverTools): Promise<void> {
  // `r+` never creates: a printer that is unplugged must not become a file on the disk.
  const file = await open(path, 'r+').catch(() => {
    throw tools.fault('device-absent')
  })
  try {
    await file.write(bytes)
  } finally {
    await file.close()
  }
}
