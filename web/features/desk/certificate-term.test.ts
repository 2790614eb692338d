import { describe, expect, test } from 'vitest'
import { certificateTerm } from './certificate-term.ts'

const TODAY = '2026-03-24'

describe('The term of a certificate', () => {
  test('is the guide’s unless another is chosen', () => {
    const typed = { choice: 'guide', years: 5, until: '' } as const
    expect(certificateTerm(typed, 3, TODAY)).toMatchObject({
      years: null,
      until: null,
      fault: null,
    })
    expect(certificateTerm(typed, null, TODAY).words).toBe('不设有效期')
  })
  test('in years needs a number', () => {
    const typed = { choice: 'years', years: null, until: '' } as const
    expect(certificateTerm(typed, 3, TODAY).fault).toBe('请填写有效年数')
    expect(certificateTerm({ ...typed, years: 2 }, 3, TODAY)).toMatchObject({
      years: 2,
      fault: null,
    })
  })
  test('until a day needs a real day after today', () => {
    const until = (day: string) =>
      certificateTerm({ choice: 'until', years: null, until: day }, 3, TODAY)
    expect(until('2026-02-30').fault).toBe('请填写有效的日期')
    expect(until('').fault).toBe('请填写有效的日期')
    expect(until(TODAY).fault).toBe('有效期须晚于今天')
    expect(until('2027-03-24')).toMatchObject({ until: '2027-03-24', fault: null })
  })
})
