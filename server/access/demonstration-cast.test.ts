import { expect, test } from 'vitest'
import castFile from '../../catalogue/aba/demonstration-cast.json' with { type: 'json' }
import organisations from '../../catalogue/aba/organisations.json' with { type: 'json' }
import windows from '../../catalogue/aba/windows.json' with { type: 'json' }
import { checkCreditCode } from '../../domain/identifiers/credit-code.ts'
import { checkIdCard } from '../../domain/identifiers/id-card.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { readCast } from './demonstration-cast.ts'
import { POSTS } from './posts.ts'

const cast = readCast(castFile)
const departments = organisations
  .filter(({ body }) => body === 'department')
  .map(({ organisationId }) => organisationId)
const withRole = (role: string) => cast.filter((member) => member.role === role)

test('every post of the centre is filled, each department with its five', () => {
  expect(new Set(cast.map(({ role }) => role))).toEqual(new Set(Object.keys(POSTS)))
  for (const department of departments) {
    const roles = cast
      .filter(({ organisationId }) => organisationId === department)
      .map(({ role }) => role)
    expect(roles.toSorted()).toEqual([
      'catalogue-editor',
      'decider',
      'department-head',
      'reviewer',
      'reviewer',
    ])
  }
})

test('the clerks sit at the windows of the hall; all but the seventh are trained for every department', () => {
  const clerks = withRole('window-clerk')
  expect(clerks.map(({ window }) => window)).toEqual(windows.posts.map(({ window }) => window))
  const trained = clerks.map(({ training }) => training.length)
  expect(trained).toEqual([...Array<number>(6).fill(departments.length + 1), 0])
  expect(new Set(clerks[0]?.training)).toEqual(new Set(['etiquette', ...departments]))
})

test('everybody belongs where their post belongs, under a name and user name of their own', () => {
  for (const { role, organisationId } of cast) {
    const { place } = POSTS[role]
    if (place === 'department') expect(departments).toContain(organisationId)
    else expect(organisationId).toBe(place)
  }
  expect(new Set(cast.map(({ username }) => username)).size).toBe(cast.length)
  expect(new Set(cast.map(({ name }) => name)).size).toBe(cast.length)
})

test('the names are plainly invented and the identities valid in form', () => {
  for (const { name } of cast) expect(name).toMatch(/示例|样例|某某/)
  for (const { identity } of withRole('applicant')) {
    const [kind, number = ''] = identity?.split(':') ?? []
    const checked =
      kind === 'id-card' ? checkIdCard(number, '2026-11-23' as LocalDate) : checkCreditCode(number)
    expect(checked.ok).toBe(true)
  }
})
