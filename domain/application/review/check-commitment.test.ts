import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import { endedWithoutGrant } from '../../bundle/awaited-result.ts'
import { issuanceDue } from '../../deadline/clocks.ts'
import { SEALER } from '../../testing/actors.ts'
import { factsWith, LENIENT, PROVINCIAL } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { lived, lodged } from '../../testing/live.ts'
import {
  accept,
  checkCommitment,
  grant,
  issue,
  makeCertificate,
  receive,
  receiveProvincial,
  refuse,
  review,
  revoke,
  seal,
  sendLetter,
} from '../../testing/orders.ts'
import { commitmentCheckDue, uncheckedCommitments } from './check-commitment.ts'

const FACTS = factsWith(ABA_CALENDAR, LENIENT)
const MONDAY = '2026-03-02T09:00'

describe('notification and commitment (告知承诺)', () => {
  test('stands in the place of a material where the guide says so', () => {
    const received = given([], FACTS).when(receive(MONDAY, { materials: { 3: 'promised' } }))
    expect(received.application().materials).toEqual({ 1: 'held', 2: 'held', 3: 'promised' })
    given(lived(FACTS, receive(MONDAY, { materials: { 3: 'promised' } })), FACTS)
      .when(accept('2026-03-02T10:00'))
      .thenStatus('accepted')
    given([], FACTS)
      .when(receive(MONDAY, { materials: { 1: 'promised' } }))
      .thenForbidden({ code: 'commitment-not-allowed', material: 1 })
  })
})

describe('the later check of a commitment (事后核查)', () => {
  const PROMISED = [receive(MONDAY, { materials: { 3: 'promised' } }), accept('2026-03-02T10:00')]
  const broken = checkCommitment('2026-03-03T09:00', {
    kept: false,
    finding: '现场核对，与承诺不符：没有该设施',
  })

  test('is due as many working days after acceptance as the guide says, and on no day where it says nothing', () => {
    const application = lodged(lived(FACTS, ...PROMISED))
    expect(uncheckedCommitments(application)).toEqual([3])
    expect(commitmentCheckDue(application, { commitmentCheckDays: null }, ABA_CALENDAR)).toBeNull()
    expect(commitmentCheckDue(application, { commitmentCheckDays: 20 }, ABA_CALENDAR)).toBe(
      '2026-03-30',
    )
  })

  test('is made once for each, before the decision or long after it', () => {
    const checked = lived(FACTS, ...PROMISED, checkCommitment('2026-03-03T09:00'))
    expect(lodged(checked)).toMatchObject({
      commitments: [{ material: 3, kept: true, on: '2026-03-03' }],
      commitmentsChecked: true,
    })
    given(checked, FACTS)
      .when(checkCommitment('2026-03-03T10:00'))
      .thenForbidden('action-not-allowed')
    given(lived(FACTS, ...PROMISED), FACTS)
      .when(checkCommitment('2026-03-03T09:00', { material: 1 }))
      .thenForbidden({ code: 'unknown-material', material: 1 })
    const granted = lived(FACTS, ...PROMISED, review('2026-03-03T09:00'), grant('2026-03-04T09:00'))
    given(granted, FACTS).when(checkCommitment('2026-03-20T09:00')).thenStatus('granted')
  })

  test('found untrue lets nothing be granted or handed out, and is a ground to withdraw what was granted', () => {
    const found = lived(FACTS, ...PROMISED, review('2026-03-02T11:00'), broken)
    given(found, FACTS)
      .when(grant('2026-03-04T09:00'))
      .thenForbidden({ code: 'commitment-broken', materials: [3] })
    given(found, FACTS).when(refuse('2026-03-04T09:00')).thenStatus('refused')
    const sealed = lived(
      FACTS,
      ...PROMISED,
      review('2026-03-02T11:00'),
      grant('2026-03-02T14:00'),
      makeCertificate('2026-03-02T15:00'),
      sendLetter('2026-03-02T16:00'),
      seal('2026-03-02T16:30'),
      broken,
    )
    given(sealed, FACTS).when(issue('2026-03-04T09:00')).thenForbidden('commitment-broken')
    const revoked = given(sealed, FACTS).when(revoke('2026-03-04T09:00', { kind: 'withdrawn' }))
    expect(revoked.application().revocation).toMatchObject({ kind: 'withdrawn' })
    expect(revoked.application().status).toBe('sealed')
  })

  const TO_THE_GRANT = [...PROMISED, review('2026-03-02T11:00'), grant('2026-03-02T14:00')] as const
  const TO_THE_CERTIFICATE = [...TO_THE_GRANT, makeCertificate('2026-03-02T15:00')] as const
  const TO_THE_LETTER = [...TO_THE_CERTIFICATE, sendLetter('2026-03-02T16:00')] as const

  test.each([
    ['granted', TO_THE_GRANT, makeCertificate('2026-03-04T09:00')],
    ['certified', TO_THE_CERTIFICATE, sendLetter('2026-03-04T09:00')],
    ['lettered', TO_THE_LETTER, seal('2026-03-04T09:00')],
  ] as const)(
    'found untrue between grant and seal, %s, nothing more is made of it until the department withdraws the grant',
    (status, orders, next) => {
      const history = lived(FACTS, ...orders)
      given(history, FACTS)
        .when(revoke('2026-03-04T09:00', { kind: 'withdrawn' }))
        .thenForbidden('action-not-allowed')
      const found = lived(FACTS, ...orders, broken)
      expect(lodged(found).status).toBe(status)
      given(found, FACTS)
        .when(next)
        .thenForbidden({ code: 'commitment-broken', materials: [3] })
      given(found, FACTS)
        .when(revoke('2026-03-04T09:00', { kind: 'penalty' }))
        .thenForbidden('commitment-broken')
      given(found, FACTS)
        .when(revoke('2026-03-04T09:00', { kind: 'withdrawn', by: SEALER }))
        .thenForbidden('not-your-department')
      const withdrawn = given(found, FACTS).when(revoke('2026-03-04T09:00', { kind: 'withdrawn' }))
      withdrawn.thenStatus('terminated')
      expect(issuanceDue(withdrawn.application(), ABA_CALENDAR)).toEqual({ state: 'none' })
      expect(endedWithoutGrant(withdrawn.application())).toBe(true)
    },
  )

  test('put right within a limit and found true at a second check, it stands in the way no longer', () => {
    const right = checkCommitment('2026-03-05T09:00', { finding: '整改后现场复查，设施已经到位' })
    const history = lived(FACTS, ...TO_THE_LETTER, broken, right)
    expect(lodged(history).commitments).toMatchObject([
      { kept: false, putRightOn: '2026-03-05' },
      { kept: true },
    ])
    given(history, FACTS).when(seal('2026-03-05T10:00')).thenStatus('sealed')
    given(history, FACTS)
      .when(checkCommitment('2026-03-05T11:00'))
      .thenForbidden('action-not-allowed')
  })

  test('a result of the province is not taken over on an untrue commitment', () => {
    const provincial = factsWith(ABA_CALENDAR, { ...LENIENT, ...PROVINCIAL })
    const found = lived(provincial, ...TO_THE_GRANT, broken)
    given(found, provincial)
      .when(receiveProvincial('2026-03-05T09:00'))
      .thenForbidden('commitment-broken')
  })
})
