import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IdReading } from '../contract/device-kinds.ts'
import { checkIdCard } from '../domain/identifiers/id-card.ts'
import type { LocalDate } from '../domain/shared/ids.ts'
import { identityEntryOf, readerKeysOf } from '../server/application/identity-entry.ts'
import { isKnown } from './bridge-server.ts'
import { openPairing } from './pairing.ts'
import { inventedPerson } from './simulators/invented-people.ts'
import { ORIGIN, startSimulatedBridge, type SimulatedBridge } from './testing/simulated-bridge.ts'
import { talkTo, type Talk } from './testing/talk.ts'

const PATIENCE = { machine: 150, person: 150 }
let bridge: SimulatedBridge
beforeAll(async () => {
  bridge = await startSimulatedBridge({ patience: PATIENCE })
})
afterAll(async () => await bridge.close())

const hello = (token: string | null) => ({ type: 'hello', protocol: 1, token })
const answerTo = (id: string) => (message: Readonly<Record<string, unknown>>) =>
  message['id'] === id && message['type'] !== 'waiting'
const refusedWith = (code: string) => ({
  type: 'refusal',
  fault: expect.objectContaining({ code }) as unknown,
})

async function paired(): Promise<{ page: Talk; token: string }> {
  const page = await talkTo(bridge.port, ORIGIN)
  page.say(hello(null))
  page.say({ type: 'pair', id: 'p', code: bridge.pairing.code() })
  const { token } = await page.heard(answerTo('p'))
  return { page, token: String(token) }
}
let asked = 0
async function ask(page: Talk, device: string, operation: string, input: unknown = {}) {
  asked += 1
  const id = `request-${asked}`
  page.say({ type: 'request', id, device, operation, input })
  return await page.heard(answerTo(id))
}

describe('who may speak to the devices', () => {
  test.each([undefined, 'https://elsewhere.example', 'null', `${ORIGIN}.evil.example`])(
    'a page of origin %s is turned away before it says anything',
    async (origin) => {
      await expect(talkTo(bridge.port, origin)).rejects.toThrow('403')
    },
  )

  test('a name that was made to point at this machine is turned away', async () => {
    const answer = await fetch(`http://127.0.0.1:${bridge.port}/`)
    expect(await answer.text()).toContain(bridge.pairing.code())
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(isKnown('http://localhost:8765', ['http://localhost:*'])).toBe(true)
    expect(isKnown('http://localhost.evil:8765', ['http://localhost:*'])).toBe(false)
  })

  test('a page without pairing learns nothing and reads nothing', async () => {
    const page = await talkTo(bridge.port, ORIGIN)
    page.say(hello('guessed-token-guessed-token'))
    expect(await page.heard(({ type }) => type === 'welcome')).toMatchObject({
      paired: false,
      devices: [],
    })
    expect(await ask(page, 'id-reader', 'read', { challenge: null })).toMatchObject(
      refusedWith('not-paired'),
    )
    page.close()
  })

  test('the code is entered once; its token opens the devices afterwards, for that origin alone', async () => {
    const { page, token } = await paired()
    page.close()
    const again = await talkTo(bridge.port, ORIGIN)
    again.say(hello(token))
    const welcome = await again.heard(({ type }) => type === 'welcome')
    expect(welcome['paired']).toBe(true)
    expect(welcome['devices']).toHaveLength(10)
    again.close()
    expect(bridge.pairing.isPaired('https://elsewhere.example', token)).toBe(false)
    const kept = readFileSync(path.join(bridge.folder, 'pairings.json'), 'utf8')
    expect(kept).not.toContain(token)
  })

  test('five wrong codes make a new code and a minute’s rest', () => {
    let now = 0
    const pairing = openPairing(path.join(bridge.folder, 'other'), { now: () => now })
    const before = pairing.code()
    const wrong = before === '000000' ? '000001' : '000000'
    const tried = [1, 2, 3, 4, 5].map(() => pairing.pair(ORIGIN, wrong))
    expect(tried).toEqual([
      ...Array.from({ length: 4 }, () => ({ fault: 'wrong-code' })),
      { fault: 'pairing-locked' },
    ])
    expect(pairing.pair(ORIGIN, pairing.code())).toEqual({ fault: 'pairing-locked' })
    now = 60_001
    expect(pairing.pair(ORIGIN, pairing.code())).toHaveProperty('token')
  })
})

describe('what is no message', () => {
  test('garbage, bytes and too much are answered with an error, and the line goes on', async () => {
    const page = await talkTo(bridge.port, ORIGIN)
    for (const rubbish of ['{', '[]', '{"type":"open-everything"}', new Uint8Array([0, 255])]) {
      page.sayRaw(rubbish)
      expect(await page.heard(() => true)).toMatchObject(refusedWith('message-malformed'))
    }
    page.sayRaw(JSON.stringify({ ...hello(null), token: 'x'.repeat(5_000) }))
    expect(await page.heard(() => true)).toMatchObject(refusedWith('message-too-large'))
    page.say(hello(null))
    expect(await page.heard(() => true)).toMatchObject({ type: 'welcome' })
    page.close()
  })

  test('a request names a device and an operation that exist, with an input that fits', async () => {
    const { page } = await paired()
    expect(await ask(page, 'led-bar', 'explode')).toMatchObject(refusedWith('operation-unknown'))
    expect(await ask(page, 'led-bar', 'constructor')).toMatchObject(
      refusedWith('operation-unknown'),
    )
    expect(await ask(page, 'locker', 'open', { box: 0 })).toMatchObject(
      refusedWith('input-malformed'),
    )
    page.close()
  })
})

describe('the simulated devices', () => {
  test('the reader reads somebody who does not exist, and signs for one application', async () => {
    const { page } = await paired()
    const challenge = '01920000-0000-7000-8000-000000000001'
    const reply = await ask(page, 'id-reader', 'read', { challenge })
    const reading = IdReading.parse(reply['output'])
    expect(checkIdCard(reading.idNumber, '2026-01-01' as LocalDate).ok).toBe(true)
    const keys = readerKeysOf(
      readFileSync(path.join(bridge.folder, 'simulated-reader.pem'), 'utf8'),
    )
    const applicant = {
      kind: 'person' as const,
      name: reading.name,
      identityType: 'id-card' as const,
      identityNumber: reading.idNumber,
      phone: null,
      address: null,
      contactName: null,
    }
    const receipt = { applicant, identityEntry: 'reader', identityProof: reading.proof } as const
    expect(identityEntryOf({ ...receipt, applicationId: challenge }, keys)).toBe('reader-signed')
    expect(identityEntryOf({ ...receipt, applicationId: 'another' }, keys)).toBe('reader')
    bridge.simulation.command('card out')
    expect(await ask(page, 'id-reader', 'read', { challenge: null })).toMatchObject(
      refusedWith('no-card'),
    )
    bridge.simulation.command('card in')
    page.close()
  })

  test('every number it invents is right by its check digit', () => {
    for (let person = 0; person < 200; person += 1)
      expect(checkIdCard(inventedPerson().idNumber, '2026-01-01' as LocalDate).ok).toBe(true)
  })

  test('all of them pass their self-test, and the locker proves which box it opened', async () => {
    const { page } = await paired()
    const kinds = ['scan-gun', 'led-bar', 'locker', 'evaluator', 'ticket-printer', 'signature-pad']
    for (const kind of kinds)
      expect(await ask(page, kind, 'self-test')).toMatchObject({ output: { passed: true } })
    const opened = await ask(page, 'locker', 'open', { box: 7, reference: 'pickup-1' })
    expect(opened).toMatchObject({ output: { box: 7, opened: true, reference: 'pickup-1' } })
    expect(await ask(page, 'locker', 'open', { box: 99, reference: 'x' })).toMatchObject(
      refusedWith('box-unknown'),
    )
    await ask(page, 'led-bar', 'show', { text: '暂停服务' })
    expect(bridge.said.at(-1)).toContain('暂停服务')
    page.close()
  })

  test('the evaluator gives no grade that nobody pressed', async () => {
    const { page } = await paired()
    expect(await ask(page, 'evaluator', 'rate', { prompt: '请评价' })).toMatchObject(
      refusedWith('person-timeout'),
    )
    page.say({
      type: 'request',
      id: 'rating',
      device: 'evaluator',
      operation: 'rate',
      input: { prompt: '请评价' },
    })
    await page.heard(({ type }) => type === 'waiting')
    bridge.simulation.command('rate 4')
    expect(await page.heard(answerTo('rating'))).toMatchObject({ output: { grade: 4 } })
    page.close()
  })

  test('a printed ticket lies in the folder as bytes and as a picture', async () => {
    const { page } = await paired()
    const line = { text: 'A012', size: 'huge', align: 'center', bold: true }
    // The fonts are opened with the first ticket.
    const slow = await startSimulatedBridge({ folder: bridge.folder })
    const patient = await talkTo(slow.port, ORIGIN)
    patient.say(hello(null))
    patient.say({ type: 'pair', id: 'p', code: slow.pairing.code() })
    await patient.heard(answerTo('p'))
    const printed = await ask(patient, 'ticket-printer', 'print', {
      lines: [line],
      qr: null,
      cut: true,
    })
    expect(printed).toHaveProperty('output.job')
    const files = readdirSync(path.join(bridge.folder, 'printed'))
    expect(files.map((name) => path.extname(name)).toSorted()).toEqual(['.escpos', '.png'])
    patient.close()
    await slow.close()
    page.close()
  })
})

describe('devices that are broken, slow or wanted twice', () => {
  test.each([
    ['slow', 'device-timeout'],
    ['garbage', 'device-garbage'],
    ['off', 'device-absent'],
  ])('a device that is %s is %s, and serves again once it is mended', async (trouble, code) => {
    const { page } = await paired()
    bridge.simulation.command(`trouble led-bar ${trouble}`)
    expect(await ask(page, 'led-bar', 'show', { text: '一' })).toMatchObject(refusedWith(code))
    bridge.simulation.command('trouble led-bar none')
    expect(await ask(page, 'led-bar', 'show', { text: '二' })).toMatchObject({ output: {} })
    page.close()
  })

  test('one page at a time uses a device; what it gives up, or leaves, is free', async () => {
    const [{ page: one }, { page: two }] = [await paired(), await paired()]
    const rate = { type: 'request', device: 'evaluator', operation: 'rate', input: { prompt: '' } }
    one.say({ ...rate, id: 'a' })
    await one.heard(({ type }) => type === 'waiting')
    two.say({ ...rate, id: 'b' })
    expect(await two.heard(answerTo('b'))).toMatchObject(refusedWith('device-busy'))
    one.say({ type: 'cancel', id: 'a' })
    expect(await one.heard(answerTo('a'))).toMatchObject(refusedWith('was-cancelled'))
    two.say({ ...rate, id: 'c' })
    await two.heard(({ type }) => type === 'waiting')
    two.close()
    await expect
      .poll(async () => (await ask(one, 'evaluator', 'self-test'))['type'])
      .toBe('reply')
    one.close()
  })

  test('a scan goes to the page that listened last, and the other is told', async () => {
    const [{ page: one }, { page: two }] = [await paired(), await paired()]
    const listen = { type: 'listen', devices: ['scan-gun'] }
    one.say(listen)
    // Answered in order: the program has heard the listening before it answers this.
    await ask(one, 'scan-gun', 'self-test')
    bridge.simulation.command('scan 513200-20260309-000001')
    expect(await one.heard(({ type }) => type === 'event')).toMatchObject({
      device: 'scan-gun',
      event: 'scanned',
      detail: { code: '513200-20260309-000001' },
    })
    two.say(listen)
    expect(await one.heard(({ type }) => type === 'taken-over')).toMatchObject({
      devices: ['scan-gun'],
    })
    one.close()
    two.close()
  })
})
