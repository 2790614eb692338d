import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createDeviceBridge, type DeviceBridge } from '../web/api/devices/device-bridge.ts'
import { printTicket } from '../web/api/devices/print-ticket.ts'
import { ORIGIN, startSimulatedBridge } from './testing/simulated-bridge.ts'

const PATIENCE = { machine: 200, person: 400 }
const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

function storeOf(token?: string) {
  const kept = new Map(token === undefined ? [] : [['yichuang-device-token', token]])
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** The page's end as a browser runs it, over a real WebSocket. */
function pageAt(port: number, store = storeOf(), patience = PATIENCE): DeviceBridge {
  let id = 0
  const page = createDeviceBridge({
    store,
    address: `ws://127.0.0.1:${port}`,
    openSocket: (address) => new WebSocket(address, { origin: ORIGIN }),
    newId: () => String((id += 1)),
    patience,
    backOff: { first: 10, longest: 40 },
  })
  open.push(page)
  return page
}
const until = async (page: DeviceBridge, state: string) =>
  await expect.poll(() => page.view().state).toBe(state)

describe('a page and its devices', () => {
  test('pairs once, reads, hears of cards and scans, prints a ticket', async () => {
    const program = await startSimulatedBridge()
    open.push(program)
    const store = storeOf()
    const page = pageAt(program.port, store, { machine: 5_000, person: 5_000 })
    expect(await page.request('id-reader', 'read', { challenge: null })).toMatchObject({
      code: 'not-paired',
    })
    page.connect()
    await until(page, 'unpaired')
    expect(await page.pair('none')).toMatchObject({ ok: false, code: 'wrong-code' })
    expect(await page.pair(program.pairing.code())).toEqual({ ok: true, value: null })

    const again = pageAt(program.port, store, { machine: 5_000, person: 5_000 })
    const reading = await again.request('id-reader', 'read', { challenge: 'application-1' })
    expect(reading).toMatchObject({ ok: true, value: { proof: { algorithm: 'ed25519' } } })
    const scanned = new Promise((resolve) => {
      again.on('scan-gun', 'scanned', ({ code }) => resolve(code))
    })
    await again.request('scan-gun', 'self-test', {})
    program.simulation.command('scan 513200-20260309-000001')
    expect(await scanned).toBe('513200-20260309-000001')
    const printed = await printTicket(again, {
      heading: '阿坝州政务服务大厅',
      number: 'A012',
      lines: ['行政审批（综合）', '前面还有 3 人'],
      notes: ['过号三十分钟内可以回来一次'],
      qr: null,
    })
    expect(printed.ok).toBe(true)
  })

  test('finds the program again after it was away, without being told', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-pairing-'))
    open.push({ close: () => rmSync(folder, { recursive: true, force: true }) })
    const first = await startSimulatedBridge({ folder })
    const page = pageAt(first.port)
    page.connect()
    await until(page, 'unpaired')
    await page.pair(first.pairing.code())
    await first.close()
    await until(page, 'absent')
    expect(await page.request('led-bar', 'show', { text: '一' })).toMatchObject({
      ok: false,
      code: 'bridge-absent',
    })
    open.push(await startSimulatedBridge({ folder, port: first.port }))
    await until(page, 'ready')
  })

  test('without a pairing nobody is looked for again and again', async () => {
    const page = pageAt(1)
    let tries = 0
    page.subscribe(() => (tries += 1))
    page.connect()
    await until(page, 'absent')
    const seen = tries
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(tries).toBe(seen)
  })
})

describe('what never blocks the counter', () => {
  async function impostor(answer: (text: string, say: (text: string) => void) => void) {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    await new Promise((resolve) => server.once('listening', resolve))
    open.push({
      close: async () => {
        for (const client of server.clients) client.terminate()
        await new Promise((resolve) => server.close(resolve))
      },
    })
    server.on('connection', (socket) =>
      socket.on('message', (content: Buffer) =>
        answer(content.toString(), (text) => socket.send(text)),
      ),
    )
    return (server.address() as { port: number }).port
  }
  const WELCOME = JSON.stringify({
    type: 'welcome',
    protocol: 1,
    program: 'x',
    paired: true,
    devices: [],
  })
  const read = async (port: number) =>
    await pageAt(port, storeOf('kept-token-kept-token')).request('id-reader', 'read', {
      challenge: null,
    })

  test('a program that is not there', async () => {
    expect(await read(1)).toMatchObject({ ok: false, code: 'bridge-absent' })
  })

  test('a program that never says welcome', async () => {
    const port = await impostor(() => undefined)
    expect(await read(port)).toMatchObject({ ok: false, code: 'bridge-absent' })
  })

  test('a program that says welcome and never answers', async () => {
    const port = await impostor((text, say) => {
      if (text.includes('hello')) say(WELCOME)
    })
    expect(await read(port)).toMatchObject({ ok: false, code: 'device-timeout' })
  })

  test.each([
    ['what is no JSON', () => '%%%', 'bridge-garbage'],
    ['a message that nobody knows', (id: string) => `{"type":"card","id":"${id}"}`, 'bridge-garbage'],
    [
      'half a card',
      (id: string) => `{"type":"reply","id":"${id}","output":{"name":"张"}}`,
      'device-garbage',
    ],
  ])('a program that answers %s', async (_, garbage, code) => {
    const port = await impostor((text, say) => {
      const { type, id = '' } = JSON.parse(text) as { type: string; id?: string }
      say(type === 'hello' ? WELCOME : garbage(id))
    })
    const answer = await read(port)
    expect(answer).toMatchObject({ ok: false, code })
    expect(answer.ok ? '' : answer.sentence).toMatch(/[，。]/)
  })

  test('a program of another version', async () => {
    const port = await impostor((_, say) => say(WELCOME.replace('"protocol":1', '"protocol":9')))
    expect(await read(port)).toMatchObject({ ok: false })
  })
})
