import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS } from '../../catalogue/aba/load-catalogue.ts'
import { addWorkingDays } from '../deadline/working-calendar.ts'
import { CITIZEN, HEAD, OTHER_REVIEWER } from '../testing/actors.ts'
import { date, factsWith, renewable } from '../testing/build.ts'
import { given } from '../testing/given.ts'
import { lived, livedOn, lodged, waited, type History } from '../testing/live.ts'
import {
  accept,
  decline,
  extend,
  grant,
  receive,
  requestCorrection,
  review,
  supplyCorrection,
  withdraw,
} from '../testing/orders.ts'
import type { ApplicationFacts } from './facts.ts'
import { rulesOf, shownDue } from '../testing/shown.ts'

// Cases worked out by hand up to acceptance, and of renewal, with every date the law gives them.
const FACTS = factsWith(ABA_CALENDAR)
const LATER = '2027-01-31T00:00'
const due = (
  clock: Parameters<typeof shownDue>[0],
  history: History,
  facts: ApplicationFacts = FACTS,
): string => shownDue(clock, history, facts)
const annex = (number: number): ApplicationFacts => {
  const item = ABA_ITEMS.find(({ annexNumber }) => annexNumber === number)
  const guide = ABA_GUIDES.find(({ itemId }) => itemId === item?.itemId)
  if (item === undefined || guide === undefined) throw new Error(`No item ${number}`)
  return factsWith(ABA_CALENDAR, { base: item, guide })
}

describe('SC-01 Friday night before National Day, with make-up workdays', () => {
  const online = { by: CITIZEN, channel: 'portal' as const }
  const FRIDAY = lived(FACTS, receive('2025-09-26T23:40', online))

  test('received that Friday, to be accepted by 10 October; on the Saturday it is the same day', () => {
    expect(lodged(FRIDAY).receivedOn).toBe('2025-09-26')
    expect(due('acceptance', FRIDAY)).toBe('2025-10-10')
    expect(due('acceptance', lived(FACTS, receive('2025-09-27T10:00', online)))).toBe('2025-10-10')
  })

  test('accepted on the working Sunday: due on 31 October, extended on 14 November', () => {
    const accepted = livedOn(FRIDAY, FACTS, accept('2025-09-28T10:00'))
    expect(due('decision', accepted)).toBe('2025-10-31')
    expect(due('decision', livedOn(accepted, FACTS, extend('2025-10-31T10:00')))).toBe('2025-11-14')
  })

  test('accepted on Friday 9 October 2026: the working Saturday is day 1', () => {
    const accepted = lived(FACTS, receive('2026-10-09T09:00'), accept('2026-10-09T10:00'))
    expect(due('decision', accepted)).toBe('2026-11-05')
    expect(addWorkingDays(date('2026-10-09'), 1, ABA_CALENDAR)).toBe('2026-10-10')
    expect(addWorkingDays(date('2026-10-09'), 5, ABA_CALENDAR)).toBe('2026-10-15')
  })
})

describe('SC-02 correction on day 5, on day 6', () => {
  const RECEIVED = lived(FACTS, receive('2026-03-02T09:00', { materials: { 2: 'missing' } }))

  test('asked on 9 March at 16:50 it stops the clock', () => {
    const asked = livedOn(RECEIVED, FACTS, requestCorrection('2026-03-09T16:50'))
    expect([lodged(asked).status, due('acceptance', asked)]).toEqual([
      'awaiting-correction',
      'none',
    ])
  })

  test('not asked: accepted by law at 00:00 of the 10th as of the 2nd', () => {
    const deemed = waited(RECEIVED, FACTS, '2026-03-10T00:00')
    expect(lodged(deemed).acceptance).toMatchObject({ on: '2026-03-02', deemed: true })
    expect([due('decision', deemed), due('committed', deemed)]).toEqual([
      '2026-03-30',
      '2026-03-16',
    ])
    expect(lodged(deemed).cards).toMatchObject([
      { rule: 'deemed-acceptance', level: 'red', answerableId: 'approval-service-centre' },
    ])
  })

  test('asked at 09:00 of the 10th it is refused', () => {
    given(RECEIVED, FACTS)
      .when(requestCorrection('2026-03-10T09:00'))
      .thenForbidden('correction-window-closed')
  })
})

describe('SC-03 a second correction', () => {
  const SUPPLIED = lived(
    FACTS,
    receive('2026-03-02T09:00', { materials: { 1: 'defective', 2: 'missing' } }),
    requestCorrection('2026-03-04T09:00', { materials: [1, 2] }),
    supplyCorrection('2026-03-18T09:00', { materials: [1, 2] }),
  )

  test('all cured on 18 March: accepted that day, due on 16 April', () => {
    expect(due('decision', livedOn(SUPPLIED, FACTS, accept('2026-03-18T10:00')))).toBe('2026-04-16')
  })

  test('a further point is refused; the rules know no override', () => {
    given(SUPPLIED, FACTS)
      .when(requestCorrection('2026-03-19T09:00', { materials: [3] }))
      .thenForbidden('correction-must-be-complete-at-once')
  })

  test('a point still uncured may be repeated until 25 March, else it is accepted by law', () => {
    const again = { materials: [2] }
    given(SUPPLIED, FACTS)
      .when(requestCorrection('2026-03-25T23:59', again))
      .thenStatus('awaiting-correction')
    given(SUPPLIED, FACTS)
      .when(requestCorrection('2026-03-26T00:00', again))
      .thenForbidden('correction-window-closed')
    expect(lodged(waited(SUPPLIED, FACTS, '2026-03-26T00:00')).acceptance?.on).toBe('2026-03-18')
  })
})

describe('SC-04 withdrawal', () => {
  const REVIEWED = lived(
    FACTS,
    receive('2026-03-16T09:00'),
    accept('2026-03-16T10:00'),
    review('2026-03-20T09:00'),
  )

  test('after the grant of 24 March it is too late, and delivery is still due on 8 April', () => {
    const granted = livedOn(REVIEWED, FACTS, grant('2026-03-24T09:00'))
    given(granted, FACTS).when(withdraw('2026-03-25T09:00')).thenForbidden('already-decided')
    expect(due('issuance', granted)).toBe('2026-04-08')
  })

  test('on the 23rd it ends the application', () => {
    given(REVIEWED, FACTS).when(withdraw('2026-03-23T09:00')).thenStatus('withdrawn')
  })
})

test('SC-05 a department cannot accept', () => {
  const agriculture = factsWith(ABA_CALENDAR, {
    item: { departmentId: HEAD.organisationId ?? FACTS.item.departmentId },
  })
  const received = lived(agriculture, receive('2026-03-02T09:00'))
  given(received, agriculture)
    .when(accept('2026-03-02T10:00', { by: HEAD }))
    .thenForbidden('only-the-window-accepts')
  given([], agriculture)
    .when(receive('2026-03-05T10:00', { by: OTHER_REVIEWER }))
    .thenForbidden('only-the-window-accepts')
})

describe('SC-11 a suspended item', () => {
  test.each([32, 73])(
    'item %i: not on the portal; a citizen who insists is received, and answered in five days',
    (number) => {
      const suspended = annex(number)
      given([], suspended)
        .when(receive('2026-03-02T09:00', { by: CITIZEN, channel: 'portal', insist: true }))
        .thenForbidden('item-suspended')
      const insisted = lived(suspended, receive('2026-03-02T09:00', { insist: true }))
      expect(due('acceptance', insisted, suspended)).toBe('2026-03-09')
      expect(lodged(waited(insisted, suspended, '2026-03-10T00:00')).status).toBe('accepted')
      given(insisted, suspended).when(decline('2026-03-09T09:00')).thenStatus('declined')
    },
  )
})

test('SC-12 item 13 was devolved: nothing is received, and the refusal says where to go', () => {
  const { item } = annex(13)
  given([], annex(13))
    .when(receive('2026-03-02T09:00'))
    .thenForbidden({ code: 'item-devolved', handledBy: item.handledBy ?? '' })
  expect(item.handledBy).not.toBeNull()
})

describe('SC-19 deemed renewal of a licence that expires on 31 August', () => {
  const facts = factsWith(ABA_CALENDAR, renewable('2026-08-31'))
  const renews = renewable('2026-08-31').renewed.applicationId
  const filed = (day: string): History =>
    lived(facts, receive(`${day}T09:00`, { renews }), accept(`${day}T10:00`))

  test('filed on 20 July: due on 17 August; undecided at 24:00 of the 31st it is renewed, with a red card', () => {
    const history = filed('2026-07-20')
    expect(due('decision', history, facts)).toBe('2026-08-17')
    const renewed = waited(history, facts, '2026-09-01T00:00')
    expect(lodged(waited(history, facts, '2026-08-31T23:59')).decision).toBeNull()
    expect(lodged(renewed)).toMatchObject({ status: 'granted', decision: { deemed: true } })
    expect(rulesOf(renewed)).toContain('deemed-renewal')
  })

  test('1 August is the last protected day; then the limit is cut to the expiry', () => {
    expect(lodged(filed('2026-08-01')).renewal?.protected).toBe(true)
    expect(lodged(filed('2026-08-02')).renewal?.protected).toBe(false)
  })

  test('filed on 10 August: due on 7 September, and nothing is deemed', () => {
    const late = filed('2026-08-10')
    expect(due('decision', late, facts)).toBe('2026-09-07')
    expect(lodged(waited(late, facts, LATER)).decision).toBeNull()
  })
})
