import { describe, expect, it } from 'vitest'
import { checkAnswers } from './check-answers.ts'
import type { FieldSchema, FieldValue } from './form-definition.ts'
import { APPLICANT_FORM, formOf } from './testing/sample-form.ts'
import { visibleAnswers } from './visible-answers.ts'

const COMPANY = {
  'applicant.kind': 'company',
  'applicant.name': '红原县示例乳业有限公司',
  'applicant.credit-code': '91350100M000100Y43',
  'premises.area': 120,
}
const AT_HOME = { where: 'home' }
const IN_A_SHOP = { where: 'shop' }

function faultOf(schema: Omit<FieldSchema, 'title'>, value: FieldValue): string | undefined {
  const form = formOf({ 'a.b': { title: '项目', ...schema } })
  return checkAnswers(form, { 'a.b': value }, {})[0]?.message
}

describe('the answers to a form', () => {
  it('are right when everything required and shown is there and of its kind', () => {
    expect(checkAnswers(APPLICANT_FORM, COMPANY, AT_HOME)).toEqual([])
  })

  it('a missing answer is named with its remedy', () => {
    expect(checkAnswers(APPLICANT_FORM, {}, IN_A_SHOP)).toEqual([
      { element: 'applicant.kind', message: '请选择申请人类型' },
      { element: 'applicant.name', message: '请填写申请人名称' },
      { element: 'business.kinds', message: '请选择经营项目' },
    ])
  })

  it('a blank is no answer, whatever it is made of', () => {
    const blank = { ...COMPANY, 'applicant.name': '  \n ', 'business.kinds': [] }
    expect(checkAnswers(APPLICANT_FORM, blank, IN_A_SHOP).map(({ element }) => element)).toEqual([
      'applicant.name',
      'business.kinds',
    ])
  })

  it('a hidden field is neither asked nor kept', () => {
    const person = { ...COMPANY, 'applicant.kind': 'person', 'applicant.credit-code': '编的' }
    expect(checkAnswers(APPLICANT_FORM, person, AT_HOME)).toEqual([])
    expect(visibleAnswers(APPLICANT_FORM, person, AT_HOME)).toEqual({
      'applicant.kind': 'person',
      'applicant.name': '红原县示例乳业有限公司',
      'premises.area': 120,
    })
  })

  it('what depends on a hidden field is hidden too', () => {
    const chain = formOf(
      {
        'a.one': { type: 'boolean', title: '一' },
        'a.two': { type: 'string', title: '二', enum: ['yes'] },
        'a.three': { type: 'string', title: '三' },
      },
      {
        required: ['a.three'],
        when: {
          'a.two': [{ question: 'a.one', oneOf: ['true'] }],
          'a.three': [{ question: 'a.two', oneOf: ['yes'] }],
        },
      },
    )
    expect(checkAnswers(chain, { 'a.one': false, 'a.two': 'yes' }, {})).toEqual([])
    expect(checkAnswers(chain, { 'a.one': true, 'a.two': 'yes' }, {})).toHaveLength(1)
  })

  it('an answer that the form does not ask is refused, also under the name of something every object has', () => {
    const foreign = JSON.parse('{"constructor":"x","__proto__":"y","a.b":"z"}') as Record<
      string,
      FieldValue
    >
    expect(
      checkAnswers(APPLICANT_FORM, { ...COMPANY, ...foreign }, AT_HOME).map(
        ({ element }) => element,
      ),
    ).toEqual(['constructor', '__proto__', 'a.b'])
  })

  it('script is text like any other', () => {
    const name = '<script>alert(1)</script>"; drop table applicant;-- {{7*7}} ${x}'
    const answers = { ...COMPANY, 'applicant.kind': 'person', 'applicant.name': name.slice(0, 50) }
    expect(checkAnswers(APPLICANT_FORM, answers, AT_HOME)).toEqual([])
    expect(visibleAnswers(APPLICANT_FORM, answers, AT_HOME)['applicant.name']).toBe(
      name.slice(0, 50),
    )
  })

  it.each(['\u0000张某某', '张\u001B[31m某', '张\uD800某', '张\u202E某', '\u0085x'])(
    'control characters, halves of characters and turned writing are refused: %j',
    (value) => expect(faultOf({ type: 'string' }, value)).toContain('不能打印'),
  )

  it('characters are counted as people count them', () => {
    expect(faultOf({ type: 'string', maxLength: 2 }, '𠮷某')).toBe(undefined)
    expect(faultOf({ type: 'string', maxLength: 1 }, '𠮷某')).toContain('最多 1 个字')
    expect(faultOf({ type: 'string' }, '长'.repeat(2_001))).toContain('最多 2000 个字')
  })

  it.each([
    [{ type: 'string' }, 7],
    [{ type: 'number' }, '7'],
    [{ type: 'number' }, Number.NaN],
    [{ type: 'integer' }, 1.5],
    [{ type: 'boolean' }, 'true'],
    [{ type: 'array', items: { type: 'string', enum: ['x'] } }, 'x'],
    [{ type: 'string', enum: ['x'] }, 'y'],
    [{ type: 'number', minimum: 1 }, 0],
    [{ type: 'array', items: { type: 'string', enum: ['x', 'y'] }, maxItems: 1 }, ['x', 'y']],
    [{ type: 'array', items: { type: 'string', enum: ['x'] }, uniqueItems: true }, ['x', 'x']],
  ] as const)('%j does not take %j', (schema, value) =>
    expect(faultOf(schema, value)).toMatch(/^项目：/),
  )

  it.each([
    ['date', '2026-02-29', '2024-02-29'],
    ['id-card', '513201199003070015', '513201199003070014'],
    ['credit-code', '91350100M000100Y44', '91350100M000100Y43'],
    ['phone', '12345', '0837-2820000'],
    ['postcode', '62400', '624000'],
    ['county', '510100', '513233'],
    ['money', '12.345', '12.30'],
  ] as const)('%s: %s is refused with a remedy, %s is taken', (format, wrong, right) => {
    expect(faultOf({ type: 'string', format }, wrong)).toMatch(/^项目：.{6,}/)
    expect(faultOf({ type: 'string', format }, right)).toBe(undefined)
  })

  it('the day bounds a date of birth where the caller knows it', () => {
    const form = formOf({ 'a.b': { type: 'string', title: '号码', format: 'id-card' } })
    const answers = { 'a.b': '513201199003070014' }
    expect(checkAnswers(form, answers, {}, '1990-03-06' as never)).toHaveLength(1)
  })
})
