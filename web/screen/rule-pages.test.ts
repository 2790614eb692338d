import { expect, test } from 'vitest'
import { ORDER_RULE } from '../../domain/queue/call-order.ts'
import { rulePages } from './rule-pages.ts'

test('the rule is shown whole, in pieces that fit, and a sentence never begins in the middle of a piece', () => {
  const pages = rulePages(ORDER_RULE, 42)
  expect(pages.join('')).toBe(ORDER_RULE)
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(42)
  expect(pages.length).toBeLessThan(9)
})
