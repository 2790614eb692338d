import { describe, expect, it } from 'vitest'
import { questionOf } from '../catalogue/testing/sample-guide.ts'
import { formFaults, unknownElements } from './form-faults.ts'
import type { FieldSchema, FormDefinition } from './form-definition.ts'
import { APPLICANT_FORM, elementOf, formOf } from './testing/sample-form.ts'

const TEXT: FieldSchema = { type: 'string', title: '名称' }
const QUESTIONS = [questionOf('where', [{ value: 'shop' }, { value: 'home' }])]

const messages = (form: FormDefinition) =>
  formFaults(form, { questions: QUESTIONS }).map(({ element, message }) => `${element} ${message}`)

describe('a form', () => {
  it('in order has nothing against it', () => {
    expect(messages(APPLICANT_FORM)).toEqual([])
  })

  it('asks at least something', () => {
    expect(messages(formOf({}))).toContain('layout 表单没有任何项目')
  })

  it.each([
    [{ ...TEXT, minimum: 1 }, '不能规定 minimum'],
    [{ ...TEXT, pattern: '^(a+)+$' }, '格式规则不能使用'],
    [{ ...TEXT, minLength: 5, maxLength: 4 }, '最少字数大于最多字数'],
    [{ type: 'array', title: '种类' }, '没有列出选项'],
    [{ type: 'number', title: '面积', format: 'phone' }, '须为文字'],
    [{ ...TEXT, enum: ['甲', '甲'] }, '选项重复'],
    [{ ...TEXT, title: ' ' }, '没有名称'],
  ] as const)('a field %j cannot be filled in: %s', (schema, why) =>
    expect(messages(formOf({ 'a.b': schema as FieldSchema })).join()).toContain(why),
  )

  it('lays every field out once, and every condition is about something before it', () => {
    const form = formOf(
      { 'a.one': TEXT, 'a.two': { type: 'boolean', title: '有没有' } },
      {
        required: ['a.ghost'],
        when: {
          'a.one': [{ question: 'a.two', oneOf: ['true'] }],
          'a.two': [
            { question: 'where', oneOf: ['moon'] },
            { question: 'who', oneOf: ['x'] },
          ],
        },
      },
    )
    const [group] = form.layout
    if (group === undefined) throw new Error('no group')
    const twice = { ...form, layout: [group, { ...group, fields: group.fields.slice(0, 1) }] }
    expect(messages(twice)).toEqual([
      'layout 分组标识 all 重复',
      'a.one 在表单中排了两次',
      'a.one 显示条件所依据的“有没有”须排在它前面',
      'a.two 显示条件中的值不是“问题 where？”的选项',
      'a.two 显示条件所依据的 who 不是情形引导的问题，也不是表单中的项目',
      'a.ghost 列为必填，但表单中没有这一项',
    ])
    expect(messages({ ...form, layout: [] })).toContain('a.one 没有排进任何分组')
  })

  it('asks only what the dictionary knows, as what it is there', () => {
    const elements = [elementOf('a.one', TEXT), elementOf('a.two', TEXT)]
    const form = formOf({
      'a.one': TEXT,
      'a.two': { type: 'number', title: '数' },
      'a.three': TEXT,
    })
    expect(unknownElements(form, elements)).toEqual(['a.two', 'a.three'])
    expect(formFaults(form, { elements }).map(({ element }) => element)).toEqual([
      'a.two',
      'a.three',
    ])
  })
})
