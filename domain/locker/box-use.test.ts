import { expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import { CITIZEN, CLERK, OTHER_CITIZEN } from '../testing/actors.ts'
import { at, factsWith } from '../testing/build.ts'
import { given } from '../testing/given.ts'
import { lifeTo, livedOn, lodged } from '../testing/live.ts'
import { confirmDelivery, post } from '../testing/orders.ts'
import { BOX_STATES, boxStateAfter, isBoxInUse, refusalOfLocker } from './box-use.ts'

const FACTS = factsWith(ABA_CALENDAR)
const ISSUED = lifeTo('issued', FACTS)
const OPENED_FOR = {
  ...FACTS,
  lockerCollection: { box: 7, openedAt: at('2026-03-09T11:59'), identityEntry: 'reader' },
} as const
const collect = (more: Partial<Parameters<typeof confirmDelivery>[1]> = {}) =>
  confirmDelivery('2026-03-09T12:00', { by: CITIZEN, proof: 'locker', ...more })

test('only a door that opened leads to a delivery, and nothing leads out of an emptied box', () => {
  expect(BOX_STATES.filter((state) => boxStateAfter(state, 'taken') !== null)).toEqual(['opened'])
  expect(BOX_STATES.filter((state) => boxStateAfter(state, 'found-empty'))).toEqual(['opened'])
  for (const state of BOX_STATES.filter((one) => !isBoxInUse(one)))
    for (const act of ['stored', 'asked', 'taken-back', 'still-there'] as const)
      expect(boxStateAfter(state, act)).toBeNull()
})

test('a person’s own result to be fetched may lie in a locker; what is posted or not issued may not', () => {
  expect(refusalOfLocker(lodged(ISSUED))).toBeNull()
  expect(refusalOfLocker(lodged(lifeTo('sealed', FACTS)))).toBe('not-issued')
  const posted = livedOn(lifeTo('sealed', FACTS), FACTS, post('2026-03-09T11:00'))
  expect(refusalOfLocker(lodged(posted))).toBe('not-for-collection')
  const application = lodged(ISSUED)
  const company = {
    ...application.applicant,
    kind: 'company',
    identityType: 'credit-code',
  } as const
  expect(refusalOfLocker({ ...application, applicant: company } as typeof application)).toBe(
    'not-in-person',
  )
})

test('the applicant who signed takes their result from the locker that opened: delivered, with box and time', () => {
  given(ISSUED, OPENED_FOR)
    .when(collect())
    .thenEvents([
      {
        type: 'ResultDelivered',
        proof: 'locker',
        signature: FACTS.sm3('签名笔迹'),
        locker: OPENED_FOR.lockerCollection,
      },
    ])
})

test('without an open door, a signature or the right person nothing is delivered', () => {
  given(ISSUED, FACTS).when(collect()).thenForbidden('not-permitted')
  given(ISSUED, FACTS)
    .when(collect({ by: CLERK }))
    .thenForbidden('no-proof-of-delivery')
  given(ISSUED, OPENED_FOR)
    .when(collect({ signature: null }))
    .thenForbidden('no-proof-of-delivery')
  given(ISSUED, OPENED_FOR)
    .when(collect({ proof: 'signature' }))
    .thenForbidden('not-permitted')
  given(ISSUED, OPENED_FOR)
    .when(collect({ by: OTHER_CITIZEN }))
    .thenForbidden('not-your-application')
})
