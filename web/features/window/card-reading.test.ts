import { describe, expect, test } from 'vitest'
import { identityEntryOf, isUntouched, withReading } from './card-reading.ts'
import { emptyIntake, isIntakeDraft } from './intake-draft.ts'

const READ = {
  name: '张某某',
  sex: 'male' as const,
  nation: '汉',
  bornOn: '1990-03-07',
  address: '四川省马尔康市示例路 1 号',
  idNumber: '513201199003070014',
  issuer: '马尔康市公安局（模拟）',
  validFrom: '2020-01-01',
  validUntil: null,
  photo: null,
  proof: null,
}
const EMPTY = emptyIntake(() => '01920000-0000-7000-8000-000000000001')

describe('what a card fills in', () => {
  test('a person’s name, number and address, and the record says read', () => {
    const filled = withReading(EMPTY, READ)
    expect(filled).toMatchObject({
      name: '张某某',
      identityType: 'id-card',
      identityNumber: '513201199003070014',
      address: READ.address,
    })
    expect(identityEntryOf(filled).identityEntry).toBe('reader')
  })

  test('what is changed after reading counts as typed', () => {
    const filled = withReading(EMPTY, READ)
    for (const change of [{ name: '李某某' }, { identityNumber: '513225198511120045' }])
      expect(identityEntryOf({ ...filled, ...change }).identityEntry).toBe('manual')
  })

  test('at a company’s form it names who came to the counter, and the company stays typed', () => {
    const company = withReading({ ...EMPTY, kind: 'company', name: '示例公司' }, READ)
    expect(company).toMatchObject({ name: '示例公司', contactName: '张某某' })
    expect(identityEntryOf(company).identityEntry).toBe('manual')
  })

  test('a form kept by an older release has no reading and is typed', () => {
    const { reading: _, ...older } = EMPTY
    expect(isIntakeDraft(older)).toBe(true)
    expect(identityEntryOf(older).identityEntry).toBe('manual')
    expect(isUntouched(older)).toBe(true)
  })
})
