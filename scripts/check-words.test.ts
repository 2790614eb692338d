import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { wordFaults } from './check-words.mjs'

const root = mkdtempSync(path.join(os.tmpdir(), 'yichuang-words-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A portal of one page. */
function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  rmSync(root, { recursive: true, force: true })
  for (const folder of ['web/portal', 'web/kiosk', 'web/screen', 'contract', 'domain'])
    mkdirSync(path.join(root, folder), { recursive: true })
  const whole = {
    'words.ts':
      "export const use = defineWords(\n  {\n    hello: '您好',\n  },\n  { en, bo },\n)\n",
    'words.en.ts': "export const words = {\n  hello: 'Hello',\n}\n",
    'words.bo.ts': "export const words = {\n  hello: 'བཀྲ་ཤིས།',\n}\n",
    'page.tsx': '<p>{words.hello}</p>\n',
    ...files,
  }
  for (const [name, text] of Object.entries(whole))
    writeFileSync(path.join(root, 'web/portal', name), text)
  return wordFaults(root)
}

test('a page that says all its words in every language has no fault', () =>
  expect(faultsOf({})).toEqual([]))
test.each([
  [
    'Chinese in a page',
    { 'page.tsx': '<p>{words.hello}</p><b>您好</b>\n' },
    'Chinese outside words.ts',
  ],
  [
    'Chinese in an attribute',
    { 'page.tsx': '<p title="您好">{words.hello}</p>\n' },
    'Chinese outside',
  ],
  [
    'Chinese in English words',
    { 'words.en.ts': "export const words = {\n  hello: 'Hello 您好',\n}\n" },
    'Chinese in the English',
  ],
  [
    'English in Tibetan words',
    { 'words.bo.ts': "export const words = {\n  hello: 'Hello there',\n}\n" },
    'English in the Tibetan',
  ],
  ['a word missing', { 'words.bo.ts': 'export const words = {\n}\n' }, 'does not say hello'],
  [
    'a word too many',
    { 'words.en.ts': "export const words = {\n  hello: 'Hello',\n  bye: 'Bye',\n}\n" },
    'says bye',
  ],
  ['a word that nobody says', { 'page.tsx': '<p />\n' }, 'nobody says: hello'],
])('%s is a fault', (_, files, fault) =>
  expect(faultsOf(files).some((one) => one.includes(fault))).toBe(true),
)
test.each([
  ['a comment', { 'page.tsx': '/** 您好 */\n<p>{words.hello}</p> // 您好\n' }],
  [
    'a name in 《》 in English',
    { 'words.en.ts': "export const words = {\n  hello: 'See 《条例》',\n}\n" },
  ],
  [
    'the name of a format in Tibetan',
    { 'words.bo.ts': "export const words = {\n  hello: 'PDF ཡིག་ཆ།',\n}\n" },
  ],
])('%s is none', (_, files) => expect(faultsOf(files)).toEqual([]))
