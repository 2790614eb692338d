import { expect, test } from 'vitest'
import { readConfiguration, weaknessesOf } from './configuration.ts'

const strong = {
  PUBLIC_URL: 'https://zw.example.cn',
  YICHUANG_SEAL_PASSPHRASE: 'sixteen-or-more-characters',
  YICHUANG_DATA: '/nonexistent',
}
const weak = (env: NodeJS.ProcessEnv, args: string[] = []) =>
  weaknessesOf(readConfiguration(env, args), env)

test('a production server with strong settings starts', () => {
  expect(weak(strong)).toEqual([])
})

test.each([
  ['PUBLIC_URL', { PUBLIC_URL: 'http://zw.example.cn' }],
  ['YICHUANG_SEAL_PASSPHRASE', { YICHUANG_SEAL_PASSPHRASE: 'short' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://app:password@db.example.cn/yichuang' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://app:twelve-characters@db.example.cn/yichuang' }],
  ['NODE_TLS_REJECT_UNAUTHORIZED', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
  ['HOST', { HOST: '0.0.0.0' }],
  ['PORT', { PORT: 'http' }],
  ['YICHUANG_SERVERS', { YICHUANG_SERVERS: 'two' }],
  ['DATABASE_URL', { YICHUANG_SERVERS: 'several', DATABASE_URL: undefined }],
  ['DRAIN_SECONDS', { DRAIN_SECONDS: '1 minute' }],
  ['YICHUANG_NOW', { YICHUANG_NOW: '2026-03-02T09:00' }],
])('a production server with a weak %s refuses to start and names it', (setting, change) => {
  const weaknesses = weak({ ...strong, ...change })
  expect(weaknesses).toHaveLength(1)
  expect(weaknesses[0]).toContain(setting)
})

test('the demonstration needs none of them, but has no virtual clock either', () => {
  expect(weak({}, ['--demo'])).toEqual([])
  expect(weak({ YICHUANG_NOW: '2026-03-02T09:00' }, ['--demo'])[0]).toContain(
    'virtual-clock-forbidden',
  )
})

test('an address that is a socket, or none at all, is no reason to break down', () => {
  const socket = 'postgresql://app:secret@/yichuang?host=/run/postgresql'
  expect(weak({ ...strong, DATABASE_URL: socket })).toEqual([])
  expect(weak({ ...strong, DATABASE_URL: 'not a url' })).toEqual([])
})

test('several servers wait for their proxy to notice that one stops; a single one does not', () => {
  const several = { ...strong, YICHUANG_SERVERS: 'several', DATABASE_URL: 'postgresql:///yichuang' }
  expect(weak(several)).toEqual([])
  expect(readConfiguration(several, []).drainSeconds).toBe(5)
  expect(readConfiguration({ ...several, DRAIN_SECONDS: '1' }, []).drainSeconds).toBe(1)
  expect(readConfiguration(strong, []).drainSeconds).toBe(0)
})

test('the demonstration is one server', () => {
  const wanted = { YICHUANG_SERVERS: 'several', DATABASE_URL: 'postgresql:///yichuang' }
  expect(weak(wanted, ['--demo'])[0]).toContain('YICHUANG_SERVERS')
})
