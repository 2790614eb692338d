import { expect, test } from 'vitest'
import { namedArguments } from './backup-words.ts'
import { restoreCommand } from './archive-settings.ts'
import { sealKeys, unsealKeys } from './keys.ts'

const KEYS = { 'seals/acceptance.pem': 'c2VjcmV0', 'trail/key.pem': 'YWxzbw==' }

test('keys come back under the passphrase that sealed them, and under no other', () => {
  const sealed = sealKeys(KEYS, 'beifen-yanlian-kouling')
  expect(unsealKeys(sealed, 'beifen-yanlian-kouling')).toEqual(KEYS)
  expect(sealed.includes('c2VjcmV0')).toBe(false)
  expect(() => unsealKeys(sealed, 'beifen-yanlian-kouIing')).toThrow('YICHUANG_SEAL_PASSPHRASE')
})

test('a sealed file with one bit changed anywhere does not open', () => {
  const sealed = sealKeys(KEYS, 'beifen-yanlian-kouling')
  for (const at of [0, 20, 30, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => unsealKeys(changed, 'beifen-yanlian-kouling')).toThrow()
  }
})

test('a folder with a blank, a quote or a percent sign stays one folder to the shell', () => {
  expect(restoreCommand("/mnt/it's 100%")).toBe(
    String.raw`test -f '/mnt/it'\''s 100%%'/%f.gz && gzip -dc '/mnt/it'\''s 100%%'/%f.gz > %p`,
  )
})

test('arguments come in pairs of known names', () => {
  expect(namedArguments(['--from', 'a', '--to', 'b'], ['from', 'to'])).toEqual({
    from: 'a',
    to: 'b',
  })
  expect(namedArguments([], ['from'])).toEqual({})
  expect(namedArguments(['--from'], ['from'])).toBeUndefined()
  expect(namedArguments(['from', 'a'], ['from'])).toBeUndefined()
  expect(namedArguments(['--else', 'a'], ['from'])).toBeUndefined()
})
