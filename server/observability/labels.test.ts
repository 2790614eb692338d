import { expect, test } from 'vitest'
import { keptFor } from './kept-for.ts'
import { statementLabels } from './statement-label.ts'

test('a statement is labelled by its verb, its first tables and a mark of its text', () => {
  const labelOf = statementLabels()
  expect(labelOf('select 1 from account a join session s on true where a.x = $1')).toMatch(
    /^select account,session #[0-9a-f]{4}$/,
  )
  expect(labelOf('  select record_command($1, $2)')).toMatch(/^select record_command #[0-9a-f]{4}$/)
  expect(labelOf('insert into notice (a) values ($1)')).toMatch(/^insert notice #/)
  expect(labelOf('select 1 from account')).not.toBe(labelOf('select 2 from account'))
})

test('however many texts there are, the labels stay few', () => {
  const labelOf = statementLabels()
  const labels = Array.from({ length: 2_000 }, (_, at) => labelOf(`select ${at} from account`))
  expect(new Set(labels).size).toBeLessThanOrEqual(401)
  expect(labels.at(-1)).toBe('other')
})

test('a figure is asked for again only when it is old, and after a failure at once', async () => {
  let now = 0
  let asked = 0
  const read = keptFor(
    30_000,
    async () => {
      asked += 1
      if (asked === 2) throw new Error('away')
      return await Promise.resolve(asked)
    },
    () => now,
  )
  expect([await read(), await read()]).toEqual([1, 1])
  now = 30_000
  await expect(read()).rejects.toThrow('away')
  expect(await read()).toBe(3)
  now = 59_999
  expect(await read()).toBe(3)
})
