import { describe, expect, test } from 'vitest'
import { applicantFaults, faultsOfReceipt, isBeingTyped } from './applicant-faults.ts'
import { correctionText } from './correction-text.ts'
import { emptyIntake, isAssessment, isIntakeDraft, withItem, withKind } from './intake-draft.ts'
import { materialFileFault } from './material-file-fault.ts'

const draft = (() => {
  let next = 0
  return emptyIntake(() => `id-${(next += 1)}`)
})()
const TODAY = '2026-03-24'

describe('A receipt being typed', () => {
  test('is known again after a reload, with its two ids', () => {
    const again: unknown = JSON.parse(JSON.stringify(draft))
    expect(isIntakeDraft(again)).toBe(true)
    expect(again).toEqual(draft)
    expect(draft.applicationId).not.toBe(draft.commandId)
  })
  test('of another shape is not taken for one', () => {
    expect(isIntakeDraft({ name: '张某某' })).toBe(false)
    expect(isIntakeDraft(null)).toBe(false)
    expect(isAssessment({ materials: {}, remarks: {}, checks: {} })).toBe(false)
  })
  test('changes the kind of number with the kind of applicant, and keeps the name', () => {
    const company = withKind({ ...draft, name: '示例公司', identityNumber: '1' }, 'company')
    expect(company).toMatchObject({
      identityType: 'credit-code',
      identityNumber: '',
      name: '示例公司',
    })
  })
  test('forgets what was found of the materials when another item is chosen', () => {
    const found = { ...draft, itemId: 'aba-01', materials: { 1: 'missing' as const } }
    expect(withItem(found, 'aba-03').materials).toEqual({})
    expect(withItem(found, 'aba-01')).toBe(found)
  })
  test('tells a wrong check digit at once, and nothing while the number is being typed', () => {
    const wrong = { ...draft, identityNumber: '110105194912310021' }
    expect(applicantFaults(wrong, TODAY).identityNumber).toContain('校验位')
    expect(isBeingTyped({ ...draft, identityNumber: '1101051949' })).toBe(true)
    expect(isBeingTyped(wrong)).toBe(false)
    expect(applicantFaults({ ...draft, identityNumber: '11010519491231002x' }, TODAY)).toEqual({})
  })
  test('accepts a passport of any length', () => {
    const passport = { ...draft, identityType: 'passport' as const, identityNumber: 'E1' }
    expect(applicantFaults(passport, TODAY)).toEqual({})
  })
  test('names every field a receipt still needs', () => {
    expect(Object.keys(faultsOfReceipt(draft, TODAY))).toEqual(['itemId', 'name', 'identityNumber'])
  })
})

describe('The text of a correction', () => {
  test('names each material with the clerk’s remark, else what the guide demands', () => {
    const materials = [
      { number: 1, name: '申请书', standard: '' },
      { number: 5, name: '场所证明', standard: '有出租人签字。' },
      { number: 9, name: '协议样本', standard: '' },
    ]
    const text = correctionText(
      materials,
      { 1: 'held', 5: 'defective', 9: 'missing' },
      { 9: '补交原件 1 份。' },
    )
    expect(text).toBe(
      '第 5 项 场所证明：不符合要求，请更正：有出租人签字。\n第 9 项 协议样本：补交原件 1 份。',
    )
  })
})

describe('A file for a material', () => {
  const file = (name: string, size: number, type: string) => ({ name, size, type })
  test('may be a PDF or a picture up to 50 MB', () => {
    expect(materialFileFault(file('a.pdf', 50 * 1024 * 1024, 'application/pdf'))).toBeNull()
    expect(materialFileFault(file('A.JPG', 10, ''))).toBeNull()
  })
  test('that is empty, too large or of another kind is refused with its name and a remedy', () => {
    expect(materialFileFault(file('a.pdf', 0, 'application/pdf'))).toContain('空文件')
    expect(materialFileFault(file('a.pdf', 60 * 1024 * 1024, 'application/pdf'))).toContain('60 MB')
    expect(materialFileFault(file('a.exe', 10, 'application/x-msdownload'))).toContain('不是 PDF')
  })
})
