import net, { type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { clamdPlaceOf, scanWithClamd } from './clamd.ts'

const open: net.Server[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

/** Speaks INSTREAM like clamd: collects chunks by their lengths until the zero, then answers. */
async function clamdThat(
  answer: (file: Buffer, socket: net.Socket) => string | undefined,
  { atChunk }: { readonly atChunk?: (socket: net.Socket) => void } = {},
) {
  const server = net.createServer((socket) => {
    let held = Buffer.alloc(0)
    const file: Buffer[] = []
    let greeted = false
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      held = Buffer.concat([held, data])
      if (!greeted) {
        const end = held.indexOf(0)
        if (end === -1) return
        expect(held.toString('latin1', 0, end)).toBe('zINSTREAM')
        held = held.subarray(end + 1)
        greeted = true
      }
      while (held.length >= 4) {
        const length = held.readUInt32BE()
        if (length === 0) {
          const line = answer(Buffer.concat(file), socket)
          if (line !== undefined) socket.end(`${line}\0`)
          return
        }
        if (held.length < 4 + length) return
        file.push(held.subarray(4, 4 + length))
        held = held.subarray(4 + length)
        atChunk?.(socket)
      }
    })
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
}

test('a file arrives in chunks, whole, and is clean', async () => {
  const sent = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251))
  let arrived: Buffer = Buffer.alloc(0)
  const place = await clamdThat((file) => {
    arrived = file
    return 'stream: OK'
  })
  expect(await scanWithClamd(place, sent)).toEqual({ verdict: 'clean' })
  expect(arrived.equals(sent)).toBe(true)
})

test('a large file is sent piece by piece as it is read; one that cannot be read to its end is no verdict', async () => {
  const sent = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251))
  let arrived: Buffer = Buffer.alloc(0)
  const place = await clamdThat((file) => {
    arrived = file
    return 'stream: OK'
  })
  async function* pieces(until = sent.length) {
    for (let at = 0; at < until; at += 70_000)
      yield await Promise.resolve(sent.subarray(at, at + 70_000))
    if (until < sent.length) throw new Error('The database is away')
  }
  expect(await scanWithClamd(place, pieces())).toEqual({ verdict: 'clean' })
  expect(arrived.equals(sent)).toBe(true)
  expect(await scanWithClamd(place, pieces(100_000))).toMatchObject({ verdict: 'unavailable' })
})

test('a find is told by its name', async () => {
  const place = await clamdThat(() => 'stream: Win.Test.EICAR_HDB-1 FOUND')
  expect(await scanWithClamd(place, Buffer.from('x'))).toEqual({
    verdict: 'found',
    signature: 'Win.Test.EICAR_HDB-1',
  })
})

test.each([
  ['INSTREAM size limit exceeded. ERROR', 'size-limit'],
  ['stream: Can’t allocate memory ERROR', 'scan-error'],
  ['220 mail.invalid ESMTP', 'not-clamd'],
  ['', 'not-clamd'],
])('the answer “%s” decides nothing', async (line, why) => {
  const place = await clamdThat(() => line)
  expect(await scanWithClamd(place, Buffer.from('x'))).toEqual({ verdict: 'unavailable', why })
})

test('a scanner that falls silent is given up', async () => {
  const place = await clamdThat((_, socket) => {
    setTimeout(() => socket.destroy(), 2_000).unref()
    return undefined
  })
  expect(await scanWithClamd(place, Buffer.from('x'), { silence: 50 })).toEqual({
    verdict: 'unavailable',
    why: 'silent',
  })
})

test('a scanner that breaks off in the middle of a file is no verdict', async () => {
  const place = await clamdThat(() => undefined, { atChunk: (socket) => socket.resetAndDestroy() })
  const { verdict } = await scanWithClamd(place, Buffer.alloc(5_000_000))
  expect(verdict).toBe('unavailable')
})

test('a size limit answered in the middle of a file is heard although the rest cannot be sent', async () => {
  let told = false
  const place = await clamdThat(() => undefined, {
    atChunk: (socket) => {
      if (told) return
      told = true
      socket.end('INSTREAM size limit exceeded. ERROR\0')
    },
  })
  expect(await scanWithClamd(place, Buffer.alloc(5_000_000))).toEqual({
    verdict: 'unavailable',
    why: 'size-limit',
  })
})

test('where nobody listens nothing is decided', async () => {
  expect(await scanWithClamd({ host: '127.0.0.1', port: 1 }, Buffer.from('x'))).toMatchObject({
    verdict: 'unavailable',
  })
  expect(await scanWithClamd({ path: '/nowhere/clamd.sock' }, Buffer.from('x'))).toMatchObject({
    verdict: 'unavailable',
  })
})

test.each([
  ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['clamd.internal:3310', { host: 'clamd.internal', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['', undefined],
  ['3310', undefined],
  ['host:0', undefined],
  ['host:99999', undefined],
  ['http://host:3310', undefined],
])('the setting “%s” is understood', (setting, place) => {
  expect(clamdPlaceOf(setting)).toEqual(place)
})
