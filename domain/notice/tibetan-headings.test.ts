import { expect, test } from 'vitest'
import { NOTICE_KINDS } from './notice.ts'
import { TIBETAN_HEADING } from './tibetan-headings.ts'

test.each(NOTICE_KINDS)('%s has a heading of its own in Tibetan and nothing else', (kind) => {
  const heading = TIBETAN_HEADING[kind]
  expect(heading).toMatch(/^\p{Script=Tibetan}+$/u)
  expect(Object.values(TIBETAN_HEADING).filter((other) => other === heading)).toHaveLength(1)
})
