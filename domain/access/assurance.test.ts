import { expect, test } from 'vitest'
import { CITIZEN_DEEDS, higherOf, refusalOfDeed } from './assurance.ts'

test('who only said who they are may draft, apply and supply, but is given no certificate online', () => {
  const refused = CITIZEN_DEEDS.filter((deed) => refusalOfDeed(deed, 'L1') !== null)
  expect(refused).toEqual([
    'reuse-materials',
    'give-mandate',
    'read-all-own',
    'receive-certificate',
  ])
})

test('a refusal names the deed and both ways to be verified', () => {
  const refusal = refusalOfDeed('receive-certificate', 'L1')
  expect(refusal?.code).toBe('assurance-too-low')
  expect(refusal?.sentence).toMatch(/网上领取电子证照.*综合窗口.*统一身份认证/)
})

test.each(['L2', 'L3'] as const)('%s may do everything', (level) => {
  expect(CITIZEN_DEEDS.map((deed) => refusalOfDeed(deed, level))).toEqual(
    CITIZEN_DEEDS.map(() => null),
  )
})

test('a verification at the window does not lower what the provider vouched for', () => {
  expect(higherOf('L3', 'L2')).toBe('L3')
  expect(higherOf('L1', 'L2')).toBe('L2')
})
