import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../../catalogue/aba/load-calendar.ts'
import type { SituationQuestion } from '../../catalogue/situation.ts'
import type { FormDefinition } from '../../form/form-definition.ts'
import { CITIZEN, CLERK, OTHER_CITIZEN, PERSON } from '../../testing/actors.ts'
import { factsWith, guideOf, ITEM } from '../../testing/build.ts'
import { given } from '../../testing/given.ts'
import { receive, withdraw } from '../../testing/orders.ts'
import { lived } from '../../testing/live.ts'
import type { ItemStatus } from '../../catalogue/service-item.ts'
import { identityOf } from '../applicant.ts'
import type { HeldMandate } from '../facts.ts'

const MONDAY = '2026-03-02T09:00'
const QUESTIONS: readonly SituationQuestion[] = [
  {
    id: 'matter',
    text: '您要办什么？',
    help: null,
    options: [
      { value: 'new', label: '新办', next: 'premises', stop: null },
      { value: 'change', label: '变更', next: null, stop: null },
      { value: 'county', label: '县内演出', next: null, stop: '县内演出由县级主管部门审批。' },
    ],
  },
  {
    id: 'premises',
    text: '场所是谁的？',
    help: null,
    options: [
      { value: 'own', label: '自有', next: null, stop: null },
      { value: 'rented', label: '租用', next: null, stop: null },
    ],
  },
]
const FORM: FormDefinition = {
  formId: 'performance',
  version: 2,
  title: '营业性演出申请表',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { 'performance.title': { type: 'string', title: '演出名称', maxLength: 50 } },
    required: ['performance.title'],
    additionalProperties: false,
  },
  layout: [
    {
      id: 'performance',
      title: '演出',
      help: null,
      fields: [{ element: 'performance.title', when: [], wide: true }],
    },
  ],
}
const materials = guideOf(ITEM).materials.map((material) => ({
  ...material,
  when: material.number === 2 ? [{ question: 'premises', oneOf: ['rented'] }] : [],
}))
const ASKING = factsWith(ABA_CALENDAR, { guide: { questions: QUESTIONS, materials } })
const WITH_FORM = factsWith(ABA_CALENDAR, { form: FORM })
const online = { by: CITIZEN, channel: 'portal' as const }
const filled = (title: string, version = 2) => ({
  formId: 'performance',
  version,
  answers: { 'performance.title': title },
})

describe('the situation guidance (情形引导)', () => {
  test('decides which materials are needed', () => {
    const owned = given([], ASKING).when(
      receive(MONDAY, { situation: { matter: 'new', premises: 'own' } }),
    )
    expect(owned.application()).toMatchObject({
      materials: { 1: 'held', 3: 'held' },
      situation: { matter: 'new', premises: 'own' },
    })
    expect(owned.application().materials[2]).toBeUndefined()
    const rented = given([], ASKING).when(
      receive(MONDAY, { situation: { matter: 'new', premises: 'rented' } }),
    )
    expect(rented.application().materials[2]).toBe('held')
  })

  test('is answered to its end, in its own words, and with nothing else', () => {
    for (const situation of [
      {},
      { matter: 'new' },
      { matter: 'else' },
      { matter: 'change', premises: 'own' },
    ] as Readonly<Record<string, string>>[])
      given([], ASKING).when(receive(MONDAY, { situation })).thenForbidden('unknown-situation')
    given([], ASKING)
      .when(receive(MONDAY, { situation: { matter: 'change' }, materials: { 2: 'held' } }))
      .thenForbidden({ code: 'unknown-material', material: 2 })
  })

  test('turns nobody away at the window whom it tells to go elsewhere', () => {
    const situation = { matter: 'county' }
    given([], ASKING)
      .when(receive(MONDAY, { ...online, situation }))
      .thenForbidden({ code: 'unknown-situation', why: '县内演出由县级主管部门审批。' })
    given([], ASKING)
      .when(receive(MONDAY, { by: CLERK, situation }))
      .thenStatus('received')
  })
})

describe('the form (一套表单)', () => {
  test('is filled in online, and may come on paper at the window', () => {
    given([], WITH_FORM).when(receive(MONDAY, online)).thenForbidden('form-invalid')
    given([], WITH_FORM)
      .when(receive(MONDAY, { by: CLERK }))
      .thenStatus('received')
    const received = given([], WITH_FORM).when(
      receive(MONDAY, { ...online, form: filled('锅庄示例之夜') }),
    )
    expect(received.application().form?.answers).toEqual({ 'performance.title': '锅庄示例之夜' })
  })

  test('is checked wherever it comes from', () => {
    given([], WITH_FORM)
      .when(receive(MONDAY, { by: CLERK, form: filled('长'.repeat(51)) }))
      .thenForbidden('form-invalid')
    given([], factsWith(ABA_CALENDAR))
      .when(receive(MONDAY, { ...online, form: filled('锅庄示例之夜') }))
      .thenForbidden('form-invalid')
  })

  test('of another version is not taken for the one in force', () => {
    given([], WITH_FORM)
      .when(receive(MONDAY, { ...online, form: filled('锅庄示例之夜', 1) }))
      .thenForbidden({ code: 'form-version-changed', version: 2 })
  })
})

describe('on somebody’s behalf (委托)', () => {
  const held = (over: Partial<HeldMandate> = {}) =>
    factsWith(ABA_CALENDAR, {
      mandate: {
        mandateId: 'mandate-1',
        principalIdentity: identityOf(PERSON),
        refusal: null,
        ...over,
      },
    })
  const byAgent = { ...online, by: OTHER_CITIZEN, mandateId: 'mandate-1' }

  test('an application is lodged under a mandate that holds', () => {
    const received = given([], held()).when(receive(MONDAY, byAgent))
    expect(received.application().onBehalf).toEqual({
      mandateId: 'mandate-1',
      identity: OTHER_CITIZEN.identity,
      name: OTHER_CITIZEN.name,
    })
  })

  test('not without one, nor under one of somebody else or one that ended', () => {
    given([], factsWith(ABA_CALENDAR))
      .when(receive(MONDAY, byAgent))
      .thenForbidden('not-your-application')
    given([], held({ principalIdentity: 'id-card:别人' }))
      .when(receive(MONDAY, byAgent))
      .thenForbidden('not-your-application')
    given([], held({ refusal: '委托已经到期。' }))
      .when(receive(MONDAY, byAgent))
      .thenForbidden({ code: 'mandate-invalid', why: '委托已经到期。' })
  })

  test('the agent goes on with it as long as the mandate holds', () => {
    const lodged = lived(held(), receive(MONDAY, byAgent))
    const byThem = withdraw('2026-03-03T09:00', { by: OTHER_CITIZEN })
    given(lodged, held()).when(byThem).thenStatus('withdrawn')
    given(lodged, held({ refusal: '委托已被撤销。' }))
      .when(byThem)
      .thenForbidden('mandate-invalid')
    given(lodged, factsWith(ABA_CALENDAR)).when(byThem).thenForbidden('not-your-application')
    given(lodged, held())
      .when(withdraw('2026-03-03T09:00', { by: CITIZEN }))
      .thenStatus('withdrawn')
  })
})

describe('an item that left the list', () => {
  test.each(['draft', 'cancelled', 'merged', 'converted-to-filing'] as const)(
    '(%s) is not received, at the window neither',
    (status: ItemStatus) => {
      const facts = factsWith(ABA_CALENDAR, { item: { status } })
      given([], facts)
        .when(receive(MONDAY, { insist: true }))
        .thenForbidden('item-not-offered')
    },
  )
})
