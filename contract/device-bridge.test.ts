import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deviceProtocolSchema, PageMessage, ProgramMessage } from './device-bridge.ts'
import { DEVICE_FAULTS } from './device-faults.ts'

test('the published schema is the protocol as it is spoken (npm run devices -- --protocol docs/devices/protocol.json)', () => {
  const published: unknown = JSON.parse(readFileSync('docs/devices/protocol.json', 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(deviceProtocolSchema())))
})

test('the vendors’ document names every code of an error', () => {
  const document = readFileSync('docs/devices.md', 'utf8')
  for (const code of Object.keys(DEVICE_FAULTS)) expect(document).toContain(`\`${code}\``)
})

test('a message with a field that nobody knows is no message', () => {
  const hello = { type: 'hello', protocol: 1, token: null }
  expect(PageMessage.safeParse(hello).success).toBe(true)
  expect(PageMessage.safeParse({ ...hello, more: 1 }).success).toBe(false)
  expect(ProgramMessage.safeParse({ type: 'reply', id: '', output: 1 }).success).toBe(false)
})
