import { describe, expect, it } from 'vitest'
import { shownHolderCode } from './certificate-document.ts'

describe('the holder on a certificate', () => {
  it('shows the credit code of an organisation whole', () => {
    expect(
      shownHolderCode({ kind: 'organisation', name: '示例公司', creditCode: '91350100M000100Y43' }),
    ).toEqual({ label: '统一社会信用代码', code: '91350100M000100Y43' })
  })

  it('hides the birthday of a person', () => {
    const shown = shownHolderCode({
      kind: 'person',
      name: '张某某',
      idNumber: '513201199003070014',
    })
    expect(shown).toEqual({ label: '身份证件号码', code: '513201********0014' })
  })

  it('hides most of a short passport number', () => {
    const shown = shownHolderCode({ kind: 'person', name: 'Sample', idNumber: 'E1234567' })
    expect(shown.code).toBe('******67')
  })
})
