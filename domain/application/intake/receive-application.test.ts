import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import {
  AGENT,
  CITIZEN,
  CLERK,
  GOVERNMENT_HEAD,
  OTHER_CITIZEN,
  PERSON,
  REVIEWER,
  SEALER,
  SUPERVISOR,
} from '../../testing/actors.ts'
import { DEVOLVED, factsWith, JOINT, renewable, SUSPENDED } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { accept, receive } from '../../testing/orders.ts'
import type { Applicant } from '../applicant.ts'

const FACTS = factsWith(ABA_CALENDAR)
const MONDAY = '2026-03-02T09:00'
const COMPANY: Applicant = {
  ...PERSON,
  kind: 'company',
  name: '示例演艺有限公司',
  identityType: 'credit-code',
  identityNumber: '91350100M000100Y43',
}

describe('receipt', () => {
  test('freezes item, guide version, department and partners; a material not named is held', () => {
    given([], factsWith(ABA_CALENDAR, JOINT))
      .when(receive(MONDAY, { materials: { 2: 'missing' } }))
      .thenEvents([
        {
          type: 'ApplicationReceived',
          guideVersion: 1,
          departmentId: 'culture-tourism',
          partnerIds: ['market-regulation', 'agriculture'],
          materials: { 1: 'held', 2: 'missing', 3: 'held' },
          insisted: false,
          renewal: null,
        },
      ])
  })

  test('counts as of the calendar day, also at 23:59', () => {
    const late = given([], FACTS).when(receive('2026-03-02T23:59')).application()
    expect([late.status, late.receivedOn]).toEqual(['received', '2026-03-02'])
  })

  test('writes the same number whatever the spaces and the case of its x', () => {
    const applicant = { ...PERSON, name: ' 示例 ', identityNumber: ' 11010519491231002x' }
    given([], FACTS)
      .when(receive(MONDAY, { applicant }))
      .thenEvents([
        {
          type: 'ApplicationReceived',
          applicant: { ...applicant, name: '示例', identityNumber: '11010519491231002X' },
        },
      ])
  })

  test('is done once', () => {
    const history = [receive(MONDAY)].flatMap((command) => {
      const { outcome } = given([], FACTS).when(command)
      return outcome.ok ? outcome.events : []
    })
    given(history, FACTS).when(receive('2026-03-02T09:01')).thenForbidden('already-lodged')
  })

  test('comes before everything else', () => {
    given([], FACTS).when(accept(MONDAY)).thenForbidden({
      code: 'action-not-allowed',
      action: 'AcceptApplication',
      status: 'not-lodged',
    })
  })
})

describe('who receives', () => {
  test.each([
    ['a window clerk, at the window', { by: CLERK }],
    ['an accompanying agent', { by: AGENT, channel: 'agent' as const }],
    ['the citizen, on the portal', { by: CITIZEN, channel: 'portal' as const }],
    ['the citizen, at the kiosk', { by: CITIZEN, channel: 'kiosk' as const }],
  ])('%s', (_, over) => {
    given([], FACTS).when(receive(MONDAY, over)).thenStatus('received')
  })

  test.each([
    ['a department', { by: REVIEWER }, 'only-the-window-accepts'],
    ['a supervisor', { by: SUPERVISOR }, 'separation-of-duties'],
    ['the Bureau', { by: SEALER }, 'not-permitted'],
    ['the government', { by: GOVERNMENT_HEAD }, 'not-permitted'],
    [
      'somebody for somebody else',
      { by: OTHER_CITIZEN, channel: 'portal' as const },
      'not-your-application',
    ],
    ['a citizen as if at the window', { by: CITIZEN }, 'only-the-window-accepts'],
  ] as const)('not %s', (_, over, code) => {
    given([], FACTS).when(receive(MONDAY, over)).thenForbidden(code)
  })

  test.each([
    ['an open post', { postOpen: false, training: ['etiquette', 'culture-tourism'] }],
    ['etiquette', { postOpen: true, training: ['culture-tourism'] }],
    ['the department’s own course', { postOpen: true, training: ['etiquette', 'finance'] }],
  ])('a clerk needs %s', (_, standing) => {
    given([], { ...FACTS, standing })
      .when(receive(MONDAY))
      .thenForbidden('not-trained-for-item')
  })
})

describe('an item that is not simply open', () => {
  test('without a published guide cannot be received', () => {
    given([], factsWith(ABA_CALENDAR, { guide: null }))
      .when(receive(MONDAY))
      .thenForbidden('guide-not-published')
  })

  test('devolved: the refusal names where to go', () => {
    given([], factsWith(ABA_CALENDAR, DEVOLVED))
      .when(receive(MONDAY, { insist: true }))
      .thenForbidden({ code: 'item-devolved', handledBy: '所在县（市）财政局' })
  })

  test.each(['portal', 'kiosk'] as const)('suspended: never through the %s', (channel) => {
    given([], factsWith(ABA_CALENDAR, SUSPENDED))
      .when(receive(MONDAY, { by: CITIZEN, channel, insist: true }))
      .thenForbidden({ code: 'item-suspended', atTheWindow: false })
  })

  test('suspended: the window explains, and receives from a citizen who insists', () => {
    const suspended = factsWith(ABA_CALENDAR, SUSPENDED)
    given([], suspended)
      .when(receive(MONDAY))
      .thenForbidden({ code: 'item-suspended', atTheWindow: true })
    given([], suspended)
      .when(receive(MONDAY, { insist: true }))
      .thenEvents([{ type: 'ApplicationReceived', insisted: true }])
  })
})

describe('the applicant’s number', () => {
  test('a citizen’s with a wrong check digit is refused', () => {
    const applicant = { ...PERSON, identityNumber: '513201199003070015' }
    given([], FACTS).when(receive(MONDAY, { applicant })).thenForbidden('invalid-id-number')
  })

  test('an enterprise’s with a wrong check character is refused, a right one is not', () => {
    const wrong = { ...COMPANY, identityNumber: '91350100M000100Y44' }
    given([], FACTS)
      .when(receive(MONDAY, { applicant: wrong }))
      .thenForbidden('invalid-credit-code')
    given([], FACTS)
      .when(receive(MONDAY, { applicant: COMPANY }))
      .thenStatus('received')
  })

  test.each(['passport', 'hk-macao-permit', 'taiwan-permit'] as const)(
    'a %s is not forced into eighteen digits',
    (identityType) => {
      const applicant = { ...PERSON, identityType, identityNumber: 'E12345678' }
      given([], FACTS).when(receive(MONDAY, { applicant })).thenStatus('received')
    },
  )

  test('a material that the guide does not have is refused', () => {
    given([], FACTS)
      .when(receive(MONDAY, { materials: { 9: 'held' } }))
      .thenForbidden({ code: 'unknown-material', material: 9 })
  })
})

describe('an application for renewal (art. 50)', () => {
  const ID = renewable('2026-08-31').renewed.applicationId
  const on = (day: string) =>
    given([], factsWith(ABA_CALENDAR, renewable('2026-08-31'))).when(
      receive(`${day}T10:00`, { renews: ID }),
    )

  test.each([
    ['2026-07-20', true],
    ['2026-08-01', true],
    ['2026-08-02', false],
    ['2026-08-31', false],
  ])('on %s is protected against an expiry on 31 August: %s', (day, isProtected) => {
    on(day).thenEvents([
      {
        type: 'ApplicationReceived',
        renewal: { certificateOf: ID, expiresOn: '2026-08-31', protected: isProtected },
      },
    ])
  })

  test.each([
    ['after expiry', renewable('2026-02-28')],
    ['of a certificate without a term', renewable(null)],
    ['of a certificate that is not in force', renewable('2026-08-31', { inForce: false })],
    ['of a certificate that is not found', { ...renewable('2026-08-31'), renewed: null }],
    [
      'of somebody else’s certificate',
      {
        ...renewable('2026-08-31'),
        renewed: { ...renewable('2026-08-31').renewed, holder: 'passport:E1' },
      },
    ],
    [
      'where the item knows no renewal',
      { ...renewable('2026-08-31'), guide: { renewable: false } },
    ],
  ])('%s is not possible', (_, over) => {
    given([], factsWith(ABA_CALENDAR, over))
      .when(receive(MONDAY, { renews: ID }))
      .thenForbidden('renewal-not-possible')
  })
})

describe('how the identity came in', () => {
  test('is said as the window says it, and not at all where nobody says', () => {
    for (const identityEntry of ['manual', 'reader', 'reader-signed'] as const)
      given([], FACTS)
        .when(receive(MONDAY, { identityEntry }))
        .thenEvents([{ type: 'ApplicationReceived', identityEntry }])
    const { outcome } = given([], FACTS).when(receive(MONDAY))
    expect(JSON.stringify(outcome)).not.toContain('identityEntry')
  })

  test('of an applicant’s own card only a signed reading is recorded', () => {
    const own = { by: CITIZEN, channel: 'kiosk' } as const
    const claimed = given([], FACTS).when(receive(MONDAY, { ...own, identityEntry: 'reader' }))
    expect(JSON.stringify(claimed.outcome)).not.toContain('identityEntry')
    given([], FACTS)
      .when(receive(MONDAY, { ...own, identityEntry: 'reader-signed' }))
      .thenEvents([{ type: 'ApplicationReceived', identityEntry: 'reader-signed' }])
  })
})
