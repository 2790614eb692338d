import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { bodyOf, codeOf, hallOf } from '../../tests/support/hall-counter.ts'
import { twoHallServers } from '../../tests/support/two-hall-servers.ts'
import { newId } from '../event-log/chain.ts'

const { server, other, pass } = await twoHallServers()
const { paired, take, taken, at, called, board } = await hallOf(server)

test('the layout is the manager’s, saved as a whole and never over another’s change', async () => {
  type Stored = { version: number; configuration: { windows: object[]; hours: object } }
  const stored = bodyOf<Stored>(await server.send('dating', 'GET', '/api/hall/configuration'))
  const save = async (expectedVersion: number, over: object) =>
    await server.send('dating', 'PUT', '/api/hall/configuration', {
      commandId: newId(),
      expectedVersion,
      configuration: { ...stored.configuration, ...over },
    })
  expect(codeOf(await save(stored.version, { windows: [] }))).toBe('hall-configuration-faulty')
  const hours = { periods: [{ from: 540, to: 720 }], days: 'working-days', confirmed: false }
  expect(bodyOf<Stored>(await save(stored.version, { hours })).version).toBe(stored.version + 1)
  expect(codeOf(await save(stored.version, { hours }))).toBe('changed-meanwhile')
  pass(180)
  expect(codeOf(await take())).toBe('hall-closed')
  expect(await board()).toMatchObject({ open: false, hoursConfirmed: false })
  pass(-180)
})

/** A screen that listens, at one of the servers. */
async function screenAt({ http: mounted }: typeof server) {
  await mounted.listen({ port: 0, host: '127.0.0.1' })
  const { port } = mounted.server.address() as AddressInfo
  const request = http.get({ port, host: '127.0.0.1', path: '/api/hall/live' })
  const [stream] = (await once(request, 'response')) as [http.IncomingMessage]
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  await once(stream, 'data')
  return {
    heard: async (words: string) => {
      while (!text.includes(words)) await once(stream, 'data')
      return text
    },
    leave: () => request.destroy(),
  }
}

test('screens at both servers are told of a call without signing in: a number and a window and nothing else', async () => {
  bodyOf(await at('chuangkou2', 1, 'sign-on'))
  const screens = [await screenAt(server), await screenAt(other)]
  const ticket = await taken({ identity: '513201198805120015' })
  await called('chuangkou2', 1)
  for (const { heard, leave } of screens) {
    const text = await heard(`"number":"${ticket.number}","windowId":1,"times":1`)
    expect(text).not.toMatch(/513201198805120015|张|identity/)
    expect(text).not.toContain(ticket.ticketId)
    leave()
  }
})

test('the board is sent again only when it changed', async () => {
  const first = await server.send(null, 'GET', '/api/hall/board')
  const etag = String(first.headers['etag'])
  const second = await server.http.inject({
    method: 'GET',
    url: '/api/hall/board',
    headers: { 'if-none-match': etag },
  })
  expect(second.statusCode).toBe(304)
  bodyOf(await at('chuangkou2', 1, 'call-next', { finish: true }))
  const third = await server.http.inject({
    method: 'GET',
    url: '/api/hall/board',
    headers: { 'if-none-match': etag },
  })
  expect(third.statusCode).toBe(200)
})

test('a device that was removed opens nothing, and a code is good once', async () => {
  const screen = await paired('screen', null)
  const health = { health: { paper: 'ok', network: 'ok' } }
  bodyOf(await screen.send('POST', '/api/hall/devices/heartbeat', health))
  const listed = bodyOf<{ devices: { deviceId: string; kind: string; online: boolean }[] }>(
    await server.send('dating', 'GET', '/api/hall/devices'),
  )
  const device = listed.devices.find(({ kind }) => kind === 'screen')
  expect(device).toMatchObject({ online: true })
  const again = await server.send(null, 'POST', '/api/hall/devices/pair', {
    code: screen.pairingCode,
  })
  expect(codeOf(again)).toBe('code-wrong')
  bodyOf(await server.send('dating', 'DELETE', `/api/hall/devices/${device?.deviceId}`))
  const gone = await screen.send('POST', '/api/hall/devices/heartbeat', health)
  expect(codeOf(gone)).toBe('device-unknown')
  expect(codeOf(await screen.send('GET', '/api/hall/evaluation'))).toBe('device-unknown')
})
