import { expect, test } from 'vitest'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { oidcSettingOf, oidcWeaknesses } from './oidc-setting.ts'
import { personOfClaims } from './person-of-claims.ts'

const TODAY = '2026-03-02' as LocalDate
const ENV = {
  YICHUANG_OIDC_ISSUER: 'https://auth.example.gov.cn',
  YICHUANG_OIDC_CLIENT: 'yichuang',
  YICHUANG_OIDC_SECRET: 'ceshi-ceshi-ceshi-ceshi',
}
const usual = oidcSettingOf(ENV)?.claims
if (!usual) throw new Error('The settings name a provider')
const SAID = { sub: '1', name: '张某某', id_no: '513201198805120015', acr: '3' }

test('the usual names of claims make a person at the level the provider tells', () => {
  expect(personOfClaims(SAID, usual, TODAY)).toEqual({
    name: '张某某',
    identity: 'id-card:513201198805120015',
    assurance: 'L3',
    evidence: 'acr 3',
  })
})

test('a province that names its claims otherwise is served by its setting', () => {
  const other = oidcSettingOf({
    ...ENV,
    YICHUANG_OIDC_CLAIMS: JSON.stringify({
      name: 'xm',
      identityNumber: 'zjhm',
      identityType: 'zjlx',
      identityTypes: { '414': 'passport' },
      levels: { gold: 'L3' },
    }),
  })?.claims
  const said = { xm: 'Example Person', zjhm: 'E12345678', zjlx: 414, acr: 'gold' }
  expect(other && personOfClaims(said, other, TODAY)).toMatchObject({
    identity: 'passport:E12345678',
    assurance: 'L3',
  })
})

test.each([
  ['no level', { ...SAID, acr: undefined }, 'level-too-low'],
  ['a level that is not named', { ...SAID, acr: 'toString' }, 'level-too-low'],
  ['no identity number', { ...SAID, id_no: '' }, 'identity-not-supplied'],
  [
    'an identity number that cannot be',
    { ...SAID, id_no: '513201198805120016' },
    'identity-not-supplied',
  ],
  ['no name', { ...SAID, name: {} }, 'identity-not-supplied'],
  ['a kind of identity that is not named', { ...SAID, id_type: '999' }, 'identity-not-supplied'],
])('%s: nobody is signed in', (_, said, fault) => {
  expect(personOfClaims(said, usual, TODAY)).toBe(fault)
})

test('a server does not start with a provider over plain HTTP, a short secret or names that are no JSON', () => {
  expect(oidcWeaknesses(ENV, false)).toEqual([])
  const plain = { ...ENV, YICHUANG_OIDC_ISSUER: 'http://127.0.0.1:9000' }
  expect(oidcWeaknesses(plain, false)).toHaveLength(1)
  expect(oidcWeaknesses(plain, true)).toEqual([])
  expect(oidcWeaknesses({ ...ENV, YICHUANG_OIDC_SECRET: 'short' }, false)).toHaveLength(1)
  expect(oidcWeaknesses({ ...ENV, YICHUANG_OIDC_CLAIMS: '{"nam' }, false)).toHaveLength(1)
  expect(oidcWeaknesses({}, false)).toEqual([])
})
