import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { CITIZEN, DECIDER, OTHER_CITIZEN, OTHER_HEAD, REVIEWER } from '../../testing/actors.ts'
import { factsWith } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lifeTo, waited } from '../../testing/live.ts'
import { lapse, terminate, withdraw } from '../../testing/orders.ts'

const FACTS = factsWith(ABA_CALENDAR)
const LIMITED = factsWith(ABA_CALENDAR, { guide: { correctionLimitDays: 30 } })
const ASKED = lifeTo('awaiting-correction', FACTS)

describe('lapse', () => {
  test('is not possible where no law limits the time to correct, however long it takes', () => {
    given(ASKED, FACTS).when(lapse('2027-03-04T09:00')).thenForbidden('no-limit-to-correct')
  })

  test('only after the item’s own limit: asked on 4 March, 30 days end on 3 April', () => {
    given(ASKED, LIMITED).when(lapse('2026-04-03T09:00')).thenForbidden('no-limit-to-correct')
    given(ASKED, LIMITED).when(lapse('2026-04-04T09:00')).thenStatus('lapsed')
  })
})

describe('withdrawal', () => {
  test.each(['received', 'awaiting-correction', 'accepted', 'in-review'] as const)(
    'is the applicant’s right while %s',
    (status) => {
      const withdrawn = given(lifeTo(status, FACTS), FACTS).when(withdraw('2026-03-05T09:00'))
      withdrawn.thenEvents([{ type: 'ApplicationWithdrawn', reason: '不再举办' }])
      withdrawn.thenStatus('withdrawn')
    },
  )

  test.each([
    'granted',
    'refused',
    'certified',
    'lettered',
    'sealed',
    'issued',
    'delivered',
    'archived',
  ] as const)('comes too late when it is %s: the decision is made', (status) => {
    given(lifeTo(status, FACTS), FACTS)
      .when(withdraw('2026-03-10T09:00'))
      .thenForbidden('already-decided')
  })

  test('is nobody else’s', () => {
    const history = lifeTo('in-review', FACTS)
    given(history, FACTS)
      .when(withdraw('2026-03-05T09:00', { by: OTHER_CITIZEN }))
      .thenForbidden('not-your-application')
    given(history, FACTS)
      .when(withdraw('2026-03-05T09:00', { by: REVIEWER }))
      .thenForbidden('not-permitted')
  })

  test('ends every clock: no card is raised for what nobody handles any more', () => {
    const withdrawn = given(lifeTo('in-review', FACTS), FACTS).when(withdraw('2026-03-05T09:00'))
    if (!withdrawn.outcome.ok) throw new Error('Refused')
    const history = [...lifeTo('in-review', FACTS), ...withdrawn.outcome.events]
    expect(waited(history, FACTS, '2026-12-31T00:00')).toEqual(history)
  })
})

describe('termination, when the applicant or the subject is gone', () => {
  test.each([
    ['the window', {}],
    ['the item’s decider', { by: DECIDER }],
  ])('is recorded by %s', (_, over) => {
    given(lifeTo('in-review', FACTS), FACTS)
      .when(terminate('2026-03-05T09:00', over))
      .thenStatus('terminated')
  })

  test('not by another department, the applicant or after the decision', () => {
    given(lifeTo('in-review', FACTS), FACTS)
      .when(terminate('2026-03-05T09:00', { by: OTHER_HEAD }))
      .thenForbidden('not-your-department')
    given(lifeTo('in-review', FACTS), FACTS)
      .when(terminate('2026-03-05T09:00', { by: CITIZEN }))
      .thenForbidden('not-permitted')
    given(lifeTo('granted', FACTS), FACTS)
      .when(terminate('2026-03-05T09:00'))
      .thenForbidden('action-not-allowed')
  })

  test('ends every clock too', () => {
    const ended = given(lifeTo('accepted', FACTS), FACTS).when(terminate('2026-03-05T09:00'))
    expect(ended.application().step).toBeNull()
  })
})
