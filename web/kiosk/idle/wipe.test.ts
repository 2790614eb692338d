import { expect, test } from 'vitest'
import { DEVICE_KEY } from '../../api/hall-device.ts'
import { closeVisit, wipe } from './wipe.ts'

function shelf(content: Readonly<Record<string, string>>) {
  const kept = new Map(Object.entries(content))
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

function kiosk(endVisit: () => Promise<unknown>) {
  const local = shelf({
    [DEVICE_KEY]: '{"kind":"kiosk"}',
    'yichuang.apply.draft:1': '{"name":"张某某"}',
    'yichuang.language': 'bo',
    'yichuang.elder': '1',
  })
  const session = shelf({ 'yichuang.visitor': '{"name":"张某某"}', 'yichuang.kiosk': '1' })
  const databases = ['yichuang-files']
  const cookies = ['yichuang-look-language', 'other']
  return {
    local,
    session,
    databases,
    cookies,
    traces: {
      local,
      session,
      databases: {
        databases: async () => await Promise.resolve(databases.map((name) => ({ name }))),
        deleteDatabase: (name: string) => databases.splice(databases.indexOf(name), 1),
      },
      cookies: {
        names: () => [...cookies],
        expire: (name: string) => cookies.splice(cookies.indexOf(name), 1),
      },
      endVisit,
    },
  }
}

test('of a person nothing stays; the pairing of the device does', async () => {
  let ended = 0
  const { local, session, databases, cookies, traces } = kiosk(() => Promise.resolve((ended += 1)))
  await wipe(traces)
  expect([...local.kept.keys()]).toEqual([DEVICE_KEY])
  expect([...session.kept.keys()]).toEqual([])
  expect(databases).toEqual([])
  expect(cookies).toEqual(['other'])
  expect(ended).toBe(1)
})

test('without a line the device is wiped all the same, and the server told once when it is back', async () => {
  const { local, session, traces } = kiosk(() => Promise.reject(new Error('no line')))
  await wipe(traces)
  expect([...local.kept.values()].join('')).not.toContain('某')
  expect(session.kept.size).toBe(0)
  let told = 0
  const back = { local, endVisit: () => Promise.resolve((told += 1)) }
  await closeVisit(back)
  await closeVisit(back)
  expect(told).toBe(1)
  expect([...local.kept.keys()]).toEqual([DEVICE_KEY])
})
