import { expect, test } from 'vitest'
import { sealChecks, whyNotSealed } from './seal-checks.ts'

type Seen = Parameters<typeof sealChecks>[0]
const item: Seen['item'] = {
  itemId: 'aba-46',
  name: '导游证核发',
  annexNumber: 46,
  levelMark: null,
  remark: null,
  departmentId: 'culture-tourism',
  departmentName: '州文化体育和旅游局',
  partnerNames: [],
}
const letter: NonNullable<Seen['letter']> = {
  certificateHash: 'a'.repeat(64),
  statements: [],
  sentOn: '2026-03-23',
  matchesCertificate: true,
  returned: null,
}
const READY: Seen = {
  status: 'lettered',
  letter,
  certificate: null,
  commitments: [],
  decision: { outcome: 'grant', on: '2026-03-20', reason: '', deemed: false },
  sealRoute: 'bureau',
  sealModeUnconfirmed: false,
  item,
  possible: ['seal', 'return-letter'],
}
const failing = (seen: Seen) =>
  sealChecks(seen)
    .filter(({ ok }) => ok === false)
    .map(({ key }) => key)

test('a letter with all in order has nothing against the seal', () => {
  expect(failing(READY)).toEqual([])
  expect(whyNotSealed(READY)).toBeUndefined()
})

test('a certificate changed since the letter is not sealed', () => {
  const seen = { ...READY, possible: [], letter: { ...letter, matchesCertificate: false } }
  expect(failing(seen)).toEqual(['hash'])
  expect(whyNotSealed(seen)).toBe('证照在出函之后有变动，请退回部门重新出函')
})

test('a commitment found untrue since the letter stops the seal, and says who acts', () => {
  const check = { finding: '没有该设施', on: '2026-03-24', byName: '示例审核员' }
  const broken = { material: 3, name: '场地承诺', state: 'broken', dueOn: null, check } as const
  const seen: Seen = { ...READY, possible: ['return-letter'], commitments: [broken] }
  expect(failing(seen)).toEqual(['commitment'])
  expect(whyNotSealed(seen)).toContain('第 3 项材料的承诺不实，由部门撤销')
  const kept: Seen = { ...READY, commitments: [{ ...broken, state: 'kept' }] }
  expect(failing(kept)).toEqual([])
})

test('a returned letter tells when and why it went back', () => {
  const returned = { on: '2026-03-24', reason: '证照编号有误' }
  const seen = { ...READY, possible: [], letter: { ...letter, returned } }
  expect(whyNotSealed(seen)).toBe('2026年3月24日已退回：证照编号有误')
})

test('an item marked × waits for two people to record its mode', () => {
  const seen: Seen = {
    ...READY,
    possible: [],
    sealModeUnconfirmed: true,
    item: { ...item, levelMark: '×' },
  }
  expect(failing(seen)).toEqual(['mode'])
  expect(sealChecks(seen).at(-1)?.ok).toBeNull()
})

test('who had the application in hand leaves the seal to the other keeper', () => {
  const seen = { ...READY, possible: ['return-letter'] }
  expect(failing(seen)).toEqual(['hands'])
})

test('what was sealed meanwhile is told so', () => {
  expect(whyNotSealed({ ...READY, status: 'sealed', possible: [] })).toBe('本件已不在待盖章环节')
})
