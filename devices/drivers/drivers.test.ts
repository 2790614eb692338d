import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { DeviceKind } from '../../contract/device-kinds.ts'
import { openDeviceDesk, type DeviceDesk } from '../device-desk.ts'
import { DeviceSettings } from '../device-settings.ts'
import { DRIVER_TOOLS } from '../driver-tools.ts'
import { openDrivers } from '../open-drivers.ts'
import { readEscpos } from '../testing/read-escpos.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-drivers-'))
const open: { close: () => unknown }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As the program opens them from devices.json. */
async function deskOf(driver: string, settings: Readonly<Record<string, unknown>>) {
  const parsed = DeviceSettings.parse({
    origins: ['https://zw.example.gov.cn'],
    devices: [{ driver, settings }],
  })
  return openDeviceDesk(await openDrivers(parsed, path.resolve('docs', 'devices'), DRIVER_TOOLS))
}
async function ask(desk: DeviceDesk, device: DeviceKind, operation: string, input: unknown = {}) {
  const { signal } = new AbortController()
  return await desk.run({ device, operation, input, signal, onWaiting: () => undefined })
}
async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(server)
  return (server.address() as AddressInfo).port
}
async function service(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listening(createHttpServer(answer))}`
}

const TICKET = {
  lines: [{ text: 'A012', size: 'huge', align: 'center', bold: true }],
  qr: null,
  cut: true,
}

describe('ticket printers', () => {
  /** A printer: answers real-time questions with one byte, keeps the rest. */
  async function printer(status: { readonly cover: number; readonly paper: number }) {
    const printed: Buffer[] = []
    let done: () => void
    const whole = new Promise<void>((resolve) => {
      done = resolve
    })
    const port = await listening(
      createServer((socket) => {
        socket.on('error', () => undefined)
        socket.on('data', (bytes: Buffer) => {
          if (bytes[0] === 0x10 && bytes[1] === 0x04)
            socket.write(Uint8Array.of(bytes[2] === 2 ? status.cover : status.paper))
          else printed.push(bytes)
        })
        socket.on('close', () => done())
      }),
    )
    return { port, printed: async () => (await whole, Buffer.concat(printed)) }
  }

  test('over raw TCP the whole ticket arrives', async () => {
    const { port, printed } = await printer({ cover: 0x12, paper: 0x12 })
    const desk = await deskOf('ticket-printer-tcp', { host: '127.0.0.1', port, dots: 384 })
    expect(await ask(desk, 'ticket-printer', 'print', TICKET)).toMatchObject({ ok: true })
    const { picture, commands } = readEscpos(await printed())
    expect(picture.width).toBe(384)
    expect(commands.at(-1)).toBe('cut')
  })

  test.each([
    ['without paper', { cover: 0x12, paper: 0x72 }, 'no-paper'],
    ['with its cover open', { cover: 0x16, paper: 0x12 }, 'cover-open'],
  ])('%s it says so and prints nothing', async (_, status, code) => {
    const { port, printed } = await printer(status)
    const desk = await deskOf('ticket-printer-tcp', { host: '127.0.0.1', port })
    expect(await ask(desk, 'ticket-printer', 'print', TICKET)).toMatchObject({ ok: false, code })
    expect(await printed()).toHaveLength(0)
  })

  test('one that is switched off is absent, and so is a file that is not there', async () => {
    const tcp = await deskOf('ticket-printer-tcp', { host: '127.0.0.1', port: 1 })
    const file = await deskOf('ticket-printer-file', { path: path.join(folder, 'lp9') })
    for (const desk of [tcp, file])
      expect(await ask(desk, 'ticket-printer', 'print', TICKET)).toMatchObject({
        code: 'device-absent',
      })
  })

  test('a device file gets the same bytes', async () => {
    const place = path.join(folder, 'lp0')
    writeFileSync(place, '')
    const desk = await deskOf('ticket-printer-file', { path: place, dots: 384 })
    expect(await ask(desk, 'ticket-printer', 'print', TICKET)).toMatchObject({ ok: true })
    expect(readEscpos(readFileSync(place)).commands).toContain('raster')
  })
})

describe('printers of the operating system', () => {
  const copied = path.join(folder, 'printed.pdf')
  // A print command of this very machine: it copies what it was given and says how.
  const COPY = `require('fs').copyFileSync(process.argv[1], ${JSON.stringify(copied)}); console.log('job-7 x' + process.argv[2])`
  const settings = {
    command: process.execPath,
    args: ['-e', COPY, '{file}', '{copies}'],
    offsets: { right: 0, down: 0 },
    blanks: { 经营许可证: { right: 5, down: -3 } },
  }
  async function page(): Promise<string> {
    const pdf = await PDFDocument.create()
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    pdf.addPage([595, 842]).drawText('certificate', { x: 100, y: 700, font })
    return Buffer.from(await pdf.save()).toString('base64')
  }

  test('a page goes to the command, and its answer is the job', async () => {
    const desk = await deskOf('page-printer-command', settings)
    const job = { pdf: await page(), name: '通知书', copies: 2 }
    expect(await ask(desk, 'page-printer', 'print', job)).toEqual({
      ok: true,
      output: { job: 'job-7 x2' },
    })
    expect((await PDFDocument.load(readFileSync(copied))).getPageCount()).toBe(1)
  })

  test('a certificate is moved by the offsets of its blank, and an unknown blank is not printed', async () => {
    const desk = await deskOf('certificate-printer-command', settings)
    const job = { pdf: await page(), name: '许可证', copies: 1, blank: '经营许可证' }
    expect(await ask(desk, 'certificate-printer', 'print', job)).toMatchObject({ ok: true })
    expect(await movesOf(readFileSync(copied))).toContainEqual([5, -3])
    expect(await ask(desk, 'certificate-printer', 'print', { ...job, blank: '无此证' })).toMatchObject(
      { code: 'input-malformed' },
    )
  })

  test('what is no PDF is refused, a command that is not there is an absent printer', async () => {
    const desk = await deskOf('page-printer-command', settings)
    const rubbish = { pdf: Buffer.from('rubbish').toString('base64'), name: '文件', copies: 1 }
    expect(await ask(desk, 'page-printer', 'print', rubbish)).toMatchObject({
      code: 'input-malformed',
    })
    const none = await deskOf('page-printer-command', { command: 'no-such-command' })
    const job = { pdf: await page(), name: '文件', copies: 1 }
    expect(await ask(none, 'page-printer', 'print', job)).toMatchObject({ code: 'device-absent' })
  })

  /** Every translation of the page's content, in whole millimetres to the right and down. */
  async function movesOf(bytes: Buffer): Promise<number[][]> {
    const pdf = await PDFDocument.load(bytes)
    const { decodePDFRawStream, PDFArray, PDFRawStream, PDFStream } = await import('@cantoo/pdf-lib')
    const contents = pdf.getPage(0).node.Contents()
    const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents]
    const text = streams
      .map((stream) =>
        stream instanceof PDFRawStream
          ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
          : stream instanceof PDFStream
            ? stream.getContentsString()
            : '',
      )
      .join('\n')
    const mm = (points: string) => Math.round((Number(points) / 72) * 25.4)
    return [...text.matchAll(/1 0 0 1 (-?[\d.]+) (-?[\d.]+) cm/g)].map(([, x = '0', y = '0']) => [
      mm(x),
      -mm(y),
    ])
  }
})

describe('identity readers behind the services of their makers', () => {
  const PHOTO = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5]).toString('base64')
  const READ = {
    ok: true,
    output: {
      name: '张某某',
      sex: 'male',
      nation: '汉',
      bornOn: '1990-03-07',
      address: '马尔康市示例路 1 号',
      idNumber: '513201199003070014',
      issuer: '马尔康市公安局',
      validFrom: '2011-03-30',
      validUntil: null,
      photo: { mediaType: 'image/png', data: PHOTO },
      proof: null,
    },
  }
  const readcard = {
    resultFlag: 0,
    errorMsg: '',
    partyName: '张某某',
    gender: '1',
    nation: '汉',
    bornDay: '19900307',
    certAddress: '马尔康市示例路 1 号',
    certNumber: '513201199003070014',
    certOrg: '马尔康市公安局',
    effDate: '20110330',
    expDate: '长期',
    identityPic: PHOTO,
  }
  const readmsg = {
    code: '0',
    retcode: '0x90 0x1',
    name: '张某某',
    sex: '男',
    nation: '汉',
    born: '19900307',
    address: '马尔康市示例路 1 号',
    cardno: '513201199003070014',
    police: '马尔康市公安局',
    userlifeb: '20110330',
    userlifee: '长期',
    photobase64: PHOTO,
  }
  const read = async (driver: string, answer: string | object) => {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    const address = await service((request, reply) =>
      reply.end(request.url === '/OpenDevice' ? '{"resultFlag":0,"errorMsg":""}' : text),
    )
    const desk = await deskOf(driver, { address })
    return await ask(desk, 'id-reader', 'read', { challenge: null })
  }

  test.each([
    ['id-reader-readcard', readcard],
    ['id-reader-readmsg', readmsg],
    ['id-reader-readmsg', `callback_1(${JSON.stringify(readmsg)});`],
  ])('%s: one card, one reading, unsigned', async (driver, answer) => {
    expect(await read(driver, answer)).toEqual(READ)
  })

  test.each([
    ['id-reader-readcard', { ...readcard, resultFlag: -11, certNumber: '' }, 'no-card'],
    ['id-reader-readcard', { ...readcard, certNumber: '51320119900307001' }, 'device-garbage'],
    ['id-reader-readcard', '<html>not found</html>', 'device-garbage'],
    ['id-reader-readmsg', { retcode: '0x41', retmsg: '读卡失败' }, 'no-card'],
    ['id-reader-readmsg', { retcode: '0x1', retmsg: '端口打开失败' }, 'device-absent'],
    ['id-reader-readmsg', { ...readmsg, born: '生日' }, 'device-garbage'],
  ])('%s: %j is %s', async (driver, answer, code) => {
    expect(await read(driver, answer)).toMatchObject({ ok: false, code })
  })

  test('a service that is not running is an absent device', async () => {
    const desk = await deskOf('id-reader-readcard', { address: 'http://127.0.0.1:1' })
    expect(await ask(desk, 'id-reader', 'read', { challenge: null })).toMatchObject({
      code: 'device-absent',
    })
  })
})

describe('the driver that the vendors’ document walks through', () => {
  test('opens a box against its door’s word, tells of its closing, and says what is wrong', async () => {
    const opened = new Set<number>()
    const address = await service((request, reply) => {
      const box = Number(new URL(request.url ?? '', 'http://box').searchParams.get('box'))
      if (request.url === '/status') return reply.end(JSON.stringify({ boxes: 24, open: [...opened] }))
      if (box > 24) return reply.end('{"error":"no such box"}')
      if (box === 13) return reply.end('{"error":"jammed"}')
      opened.add(box)
      return reply.end(JSON.stringify({ box, door: 'open' }))
    })
    const desk = await deskOf('./example-driver.mjs', { address, lookEvery: 10 })
    const order = { box: 12, reference: 'pickup-1' }
    expect(await ask(desk, 'locker', 'self-test')).toMatchObject({ output: { passed: true } })
    expect(await ask(desk, 'locker', 'open', order)).toMatchObject({
      ok: true,
      output: { box: 12, opened: true, reference: 'pickup-1' },
    })
    for (const [box, code] of [
      [13, 'box-stuck'],
      [99, 'box-unknown'],
    ] as const)
      expect(await ask(desk, 'locker', 'open', { ...order, box })).toMatchObject({ code })
    const closed = new Promise((resolve) => {
      desk.start((_, event, detail) => resolve([event, detail]))
    })
    // Seen open once, then shut.
    await new Promise((resolve) => setTimeout(resolve, 60))
    opened.clear()
    expect(await closed).toEqual(['box-closed', { box: 12 }])
    desk.stop()
  })

  test('stands in the document as it is, in no more than sixty-five lines', () => {
    const driver = readFileSync('docs/devices/example-driver.mjs', 'utf8')
    expect(readFileSync('docs/devices.md', 'utf8')).toContain(driver.trim())
    expect(driver.split('\n').length).toBeLessThanOrEqual(65)
  })

  test('a driver that is not one, or a second for the same device, stops the start with its name', async () => {
    await expect(deskOf('../../scripts/audit.mjs', {})).rejects.toThrow('openDriver')
    const two = DeviceSettings.parse({
      origins: ['https://zw.example.gov.cn'],
      devices: [{ driver: 'id-reader-readcard' }, { driver: 'id-reader-readmsg' }],
    })
    await expect(openDrivers(two, folder, DRIVER_TOOLS)).rejects.toThrow('two drivers')
  })
})
