import { expect, test } from 'vitest'
import { readOptions } from './options.ts'
import { SECTION_NAMES } from './section.ts'

test('without a name every section runs', () => {
  expect(readOptions([])?.sections).toEqual(SECTION_NAMES)
})

test('named sections run in their own order', () => {
  expect(readOptions(['mix', 'life', '--quick'])).toMatchObject({
    quick: true,
    sections: ['life', 'mix'],
  })
})

test.each([['--fast'], ['lifes']])('%s is not understood', (argument) => {
  expect(readOptions([argument])).toBeUndefined()
})
