import { expect, test } from 'vitest'
import type { LocalDate } from '../domain/shared/ids.ts'
import { citedByShippedGuides, lintShippedGuides } from './lint-guides.ts'

const guides = lintShippedGuides('2026-03-02' as LocalDate)

test('every item of the annex has a guide in force, and each is held to the rules', () => {
  expect(guides.map(({ annexNumber }) => annexNumber)).toEqual(
    Array.from({ length: 75 }, (_, at) => at + 1),
  )
  for (const { findings } of guides) expect(findings.length).toBeGreaterThan(0)
})

test('twelve guides are drafted from the law of their items, without an error', () => {
  const drafted = guides.filter(({ confirmation }) => confirmation === 'drafted')
  expect(drafted.map(({ annexNumber }) => annexNumber)).toEqual([
    3, 4, 14, 18, 24, 28, 36, 46, 49, 54, 60, 71,
  ])
  const errors = drafted.flatMap(({ annexNumber, findings }) =>
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, sentence }) => `${annexNumber} ${rule}: ${sentence}`),
  )
  expect(errors).toEqual([])
})

test('a baseline says that its materials, limits and fee wait for the department', () => {
  const { lacking = [] } = guides.find(({ confirmation }) => confirmation === 'baseline') ?? {}
  expect(lacking.join()).toMatch(/申请材料.*承诺时限.*收费/)
})

test('every article cited is listed with whether it was held against its text', () => {
  const cited = citedByShippedGuides('2026-03-02' as LocalDate)
  const find = (law: string, article: number) =>
    cited.find((one) => one.law === law && one.article === article)
  expect(find('行政许可法', 32)).toMatchObject({ isVerified: true })
  expect(find('行政许可法', 32)?.items.length).toBeGreaterThan(10)
  expect(find('教师资格条例', 13)).toMatchObject({ isVerified: false, items: [3] })
  expect(cited.filter(({ isVerified }) => !isVerified).length).toBeGreaterThan(100)
})
