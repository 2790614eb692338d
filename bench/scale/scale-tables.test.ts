import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COST } from './scale-inputs.ts'
import { scaleOf } from './scale-of.ts'
import { scaleTables } from './scale-tables.ts'

const cellsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))

test('the document holds the tables as the arithmetic makes them', () => {
  const document = cellsOf(readFileSync('docs/scale.md', 'utf8'))
  for (const row of cellsOf(scaleTables())) expect(document).toContainEqual(row)
})

test('twice the people make twice the load and twice the disk', () => {
  const [one, two] = [scaleOf(1e6), scaleOf(2e6)]
  expect(two.commands / one.commands).toBeCloseTo(2)
  expect(two.files / one.files).toBeCloseTo(2)
  expect(one.commands / one.peak).toBeCloseTo(COST.commands.value)
})
