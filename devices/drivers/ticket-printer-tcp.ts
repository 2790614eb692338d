import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { TicketPaper } from '../../contract/device-kinds.ts'
import type { DriverTools, OpenDriver } from '../device-driver.ts'

const Settings = z.strictObject({
  host: z.string(),
  /** Raw printing, as nearly every network printer has it. */
  port: z.int().min(1).max(65_535).default(9100),
  /** Dots of a line: 576 on paper of 80 mm, 384 on paper of 58 mm. */
  dots: z.int().min(200).max(832).default(576),
  /** Printers that never answer are not asked for paper and cover. */
  asksStatus: z.boolean().default(true),
})

/** DLE EOT n: real-time status; 2 tells of the cover, 4 of the paper. */
const ASK_COVER = Uint8Array.of(0x10, 0x04, 0x02)
const ASK_PAPER = Uint8Array.of(0x10, 0x04, 0x04)
const COVER_OPEN = 0x04
const PAPER_END = 0x60
/** Milliseconds that a printer which never hangs up is given. */
const LAST_LINES = 500
/** Milliseconds: a printer that knows the question answers at once. */
const STATUS_PATIENCE = 400

/** A ticket printer in the network, spoken to over raw TCP. */
export const openDriver: OpenDriver = (given, tools) => {
  const settings = Settings.parse(given)
  return {
    device: 'ticket-printer',
    name: `${settings.host}:${settings.port}`,
    operations: {
      print: async (ticket: TicketPaper, { signal }) => {
        const bytes = await tools.ticketBytes(ticket, settings.dots)
        const socket = await dial(settings, tools, signal)
        try {
          if (settings.asksStatus) await refuseUnready(socket, tools)
          await send(socket, bytes)
        } finally {
          socket.destroy()
        }
        return { job: `${bytes.length} bytes` }
      },
      'self-test': async (_: object, { signal }) => {
        const socket = await dial(settings, tools, signal)
        try {
          await refuseUnready(socket, tools)
        } finally {
          socket.destroy()
        }
        return { passed: true, sentence: '打印机已连接，纸张和上盖正常。' }
      },
    },
  }
}

async function dial(
  { host, port }: z.output<typeof Settings>,
  tools: DriverTools,
  signal: AbortSignal,
): Promise<Socket> {
  const socket = connect({ host, port })
  signal.addEventListener('abort', () => socket.destroy(), { once: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', () => reject(tools.fault('device-absent')))
    socket.once('close', () => reject(tools.fault('device-absent')))
  })
  // From here a broken line shows in what is sent and asked.
  socket.on('error', () => undefined)
  return socket
}

async function refuseUnready(socket: Socket, tools: DriverTools): Promise<void> {
  const cover = await status(socket, ASK_COVER)
  if (cover !== undefined && (cover & COVER_OPEN) !== 0) throw tools.fault('cover-open')
  const paper = cover === undefined ? undefined : await status(socket, ASK_PAPER)
  if (paper !== undefined && (paper & PAPER_END) === PAPER_END) throw tools.fault('no-paper')
}

/** One byte, or undefined from a printer that does not know the question. */
async function status(socket: Socket, question: Uint8Array): Promise<number | undefined> {
  return await new Promise((resolve) => {
    const end = (answer: number | undefined) => {
      clearTimeout(timer)
      socket.off('data', onData)
      resolve(answer)
    }
    const onData = (bytes: Buffer) => end(bytes[0])
    const timer = setTimeout(() => end(undefined), STATUS_PATIENCE)
    socket.on('data', onData)
    socket.write(question)
  })
}

/** Ends once the printer has hung up, or a while after everything went out: hanging up first may lose the last lines. */
async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.end(bytes, resolve)
  })
  await Promise.race([closed, wait(LAST_LINES, undefined, { ref: false })])
}
