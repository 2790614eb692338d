import { expect, test } from 'vitest'
import { pendingMigrations, readMigrations } from './migration-plan.ts'

const one = { file: '001-one.sql', text: 'select 1' }
const two = { file: '002-two.sql', text: '-- no transaction\nselect 2' }

test('files are applied in the order of their numbers', () => {
  expect(readMigrations([two, one]).map(({ file }) => file)).toEqual(['001-one.sql', '002-two.sql'])
})

test('a first line takes a file out of the transaction', () => {
  expect(readMigrations([one, two]).map(({ inTransaction }) => inTransaction)).toEqual([
    true,
    false,
  ])
})

test('a checkout with other line ends is the same migration', () => {
  const [unix] = readMigrations([{ file: '001-one.sql', text: 'a\nb' }])
  const [dos] = readMigrations([{ file: '001-one.sql', text: 'a\r\nb' }])
  expect(dos?.checksum).toBe(unix?.checksum)
})

test.each([
  ['a gap', [one, { file: '003-three.sql', text: '' }], '003-three.sql should have number 002'],
  ['a number used twice', [one, { file: '001-other.sql', text: '' }], 'should have number 002'],
  ['a file without a number', [{ file: 'one.sql', text: '' }], 'one.sql is not named NNN-name.sql'],
])('%s among the files is refused', (_what, files, message) => {
  expect(() => readMigrations(files)).toThrow(message)
})

test('what the database has already is not applied again', () => {
  const all = readMigrations([one, two])
  expect(pendingMigrations(all, all.slice(0, 1)).map(({ file }) => file)).toEqual(['002-two.sql'])
})

test.each([
  [
    'changed after it was applied',
    [{ number: 1, file: '001-one.sql', checksum: 'other' }],
    '001-one.sql was changed',
  ],
  [
    'missing before a later one',
    [{ number: 2, file: '002-two.sql', checksum: '' }],
    'but not number 1 before it',
  ],
])('a database with a migration %s is refused', (_what, applied, message) => {
  expect(() => pendingMigrations(readMigrations([one, two]), applied)).toThrow(message)
})

test('a database newer than the program is refused', () => {
  const all = readMigrations([one, two])
  expect(() => pendingMigrations(all.slice(0, 1), all)).toThrow(
    '002-two.sql, which this version does not know',
  )
})
