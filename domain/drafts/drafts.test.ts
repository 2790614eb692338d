import { describe, expect, test } from 'vitest'
import { ABA_GUIDES } from '../../catalogue/aba/load-catalogue.ts'
import type { RequiredMaterial } from '../catalogue/service-guide.ts'
import type { FormDefinition } from '../form/form-definition.ts'
import type { LocalDate } from '../shared/ids.ts'
import { checkMaterials } from './check-materials.ts'
import { draftChanges } from './draft-changes.ts'
import { EMPTY_DRAFT } from './draft-content.ts'
import { mergeDraft } from './merge-draft.ts'
import { checkApplicant, namesSomebodyElse, resolveApplicant } from './resolve-applicant.ts'
import { slipCodeFrom, slipCodeOf } from './slip-code.ts'

const { applicant: NOBODY } = EMPTY_DRAFT

describe('saving', () => {
  test('adds and replaces key by key, takes out what is null, and leaves the rest', () => {
    const one = mergeDraft(EMPTY_DRAFT, { answers: { a: 1, b: 'x' }, situation: { q: 'yes' } })
    const two = mergeDraft(one, { answers: { b: null, c: true }, step: 'materials' })
    expect(two).toEqual({
      ...EMPTY_DRAFT,
      answers: { a: 1, c: true },
      situation: { q: 'yes' },
      step: 'materials',
    })
    expect(mergeDraft(two, { mandateId: 'm' }).mandateId).toBe('m')
    expect(mergeDraft(mergeDraft(two, { mandateId: 'm' }), { step: '' }).mandateId).toBe('m')
    expect(
      mergeDraft(mergeDraft(two, { mandateId: 'm' }), { mandateId: null }).mandateId,
    ).toBeNull()
  })

  test('changes of two devices about different fields make the same draft in either order', () => {
    const [a, b] = [
      { answers: { a: 1 } },
      { answers: { b: 2 }, materials: { 1: { way: 'window', selfMade: false } } },
    ] as const
    expect(mergeDraft(mergeDraft(EMPTY_DRAFT, a), b)).toEqual(
      mergeDraft(mergeDraft(EMPTY_DRAFT, b), a),
    )
  })
})

describe('a slip code', () => {
  test('is read however it is typed', () => {
    const code = slipCodeFrom([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 31])
    expect(code).toBe('2345-6789-ABCZ')
    const read = { locator: '23456', secret: '789ABCZ' }
    for (const typed of ['2345-6789-ABCZ', ' 2345 6789 abcz ', '23456789abcz', '2345—6789·ABCZ'])
      expect(slipCodeOf(typed)).toEqual(read)
  })

  test.each([
    '',
    '2345-6789-ABC',
    '2345-6789-ABCZZ',
    '2345-6789-ABC0',
    '2345-6789-ABCI',
    '<script>alert(1)',
  ])('is not “%s”', (typed) => expect(slipCodeOf(typed)).toBeUndefined())
})

const form = (version: number, ...elements: string[]): FormDefinition => ({
  formId: 'f',
  version,
  title: '表',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(elements.map((one) => [one, { type: 'string', title: one }])),
    required: [],
    additionalProperties: false,
  },
  layout: [],
})
const ACTIVE = { status: 'active', handledBy: null } as const

describe('what moved meanwhile', () => {
  const content = { answers: { a: 1, b: 2 } }
  test('nothing', () => {
    const seen = { guideVersion: 1, form: form(1, 'a', 'b'), formVersion: 1 }
    expect(
      draftChanges(content, seen, { item: ACTIVE, guideVersion: 1, form: form(1, 'a', 'b') }),
    ).toEqual([])
  })

  test('form and guide: what is dropped and what is new', () => {
    const seen = { guideVersion: 1, form: form(1, 'a', 'b'), formVersion: 1 }
    expect(
      draftChanges(content, seen, { item: ACTIVE, guideVersion: 2, form: form(2, 'a', 'c') }),
    ).toMatchObject([
      { code: 'form-version-changed', dropped: ['b'], added: ['c'] },
      { code: 'guide-changed', dropped: [], added: [] },
    ])
  })

  test('a form came where there was none, or went', () => {
    const none = { guideVersion: 1, form: null, formVersion: null }
    expect(
      draftChanges(content, none, { item: ACTIVE, guideVersion: 1, form: form(1, 'a') })[0]?.code,
    ).toBe('form-version-changed')
    const one = { guideVersion: 1, form: form(1, 'a', 'b'), formVersion: 1 }
    expect(draftChanges(content, one, { item: ACTIVE, guideVersion: 1, form: null })).toMatchObject(
      [{ code: 'form-version-changed', dropped: ['a', 'b'] }],
    )
  })

  test.each([
    ['suspended', null, 'item-suspended', '草稿已保留'],
    ['devolved', '所在县（市）财政局', 'item-not-offered', '所在县（市）财政局'],
    ['cancelled', null, 'item-not-offered', '不在办理范围'],
    ['merged', '州文旅局', 'item-not-offered', '州文旅局'],
  ] as const)('an item that is %s says what to do instead', (status, handledBy, code, says) => {
    const seen = { guideVersion: 1, form: null, formVersion: null }
    const [change] = draftChanges(content, seen, {
      item: { status, handledBy },
      guideVersion: 1,
      form: null,
    })
    expect(change?.code).toBe(code)
    expect(change?.sentence).toContain(says)
  })
})

const [GUIDE] = ABA_GUIDES
const MATERIAL = {
  ...GUIDE?.materials[1],
  number: 2,
  name: '场所证明',
  format: 'either',
  isTheForm: false,
  commitment: false,
  tolerableDays: null,
} as RequiredMaterial
const way = (choice: 'upload' | 'commitment' | 'follow' | 'window') => ({
  2: { way: choice, selfMade: false },
})
const complete = { 2: { complete: 1, receiving: 0 } }

test.each([
  ['nothing', MATERIAL, {}, {}, 'missing'],
  ['a file', MATERIAL, {}, complete, 'held'],
  [
    'a file still on its way beside one that came',
    MATERIAL,
    {},
    { 2: { complete: 1, receiving: 1 } },
    'missing',
  ],
  [
    'a commitment the guide allows',
    { ...MATERIAL, commitment: true },
    way('commitment'),
    {},
    'promised',
  ],
  ['a commitment it does not', MATERIAL, way('commitment'), {}, 'missing'],
  ['to follow, where tolerated', { ...MATERIAL, tolerableDays: 5 }, way('follow'), {}, 'to-follow'],
  ['to follow, where not', MATERIAL, way('follow'), {}, 'missing'],
  [
    'paper to the window',
    { ...MATERIAL, format: 'paper' as const },
    way('window'),
    {},
    'at-the-window',
  ],
  ['electronic to the window', MATERIAL, way('window'), {}, 'missing'],
  ['the form itself', { ...MATERIAL, isTheForm: true }, {}, {}, 'held'],
] as const)('a material with %s', (_, material, choices, pages, state) => {
  expect(checkMaterials([material], choices, pages)[0]?.state).toBe(state)
})

describe('who applies', () => {
  const actor = { name: '张某某', identity: 'id-card:513201198805120015' }
  test('is the account, whatever was typed; phone and address are what was typed', () => {
    const typed = {
      ...NOBODY,
      name: '冒名某某',
      identityType: 'id-card',
      identityNumber: '513225199508200022',
      phone: '1',
    } as const
    expect(resolveApplicant(typed, actor, null)).toMatchObject({
      kind: 'person',
      name: '张某某',
      identityNumber: '513201198805120015',
      phone: '1',
      address: null,
    })
    expect(namesSomebodyElse(typed, actor)).toBe(true)
    expect(namesSomebodyElse({ ...typed, identityNumber: ' 51320119880512 0015' }, actor)).toBe(
      false,
    )
    expect(namesSomebodyElse(NOBODY, actor)).toBe(false)
  })

  test('is whom the mandate names', () => {
    const principal = {
      kind: 'company',
      name: '示例公司',
      identity: 'credit-code:91513200MA0EXAMP1T',
    } as const
    expect(resolveApplicant(NOBODY, actor, { principal })).toMatchObject({
      kind: 'company',
      name: '示例公司',
    })
  })

  test('is told what is missing, field by field', () => {
    const today = '2026-03-02' as LocalDate
    const fields = (typed: typeof NOBODY) =>
      checkApplicant(resolveApplicant(typed, null, null), today).map(({ field }) => field)
    expect(fields(NOBODY)).toEqual(['name', 'identityNumber', 'phone'])
    const wrong = {
      ...NOBODY,
      name: '甲',
      identityType: 'id-card',
      identityNumber: '513201198805120014',
      phone: '1',
    } as const
    expect(fields(wrong)).toEqual(['identityNumber'])
    expect(fields({ ...wrong, identityType: 'passport', identityNumber: 'E1' })).toEqual([])
  })
})
