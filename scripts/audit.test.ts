import { expect, test } from 'vitest'
import { judgeAudit, lockFaults } from './audit.mjs'

const counts = { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 }

test('an audit without findings is clean', () => {
  const answer = {
    auditReportVersion: 2,
    vulnerabilities: {},
    metadata: { vulnerabilities: counts },
  }
  expect(judgeAudit(JSON.stringify(answer))).toEqual({ verdict: 'clean', lines: [] })
})

test('a severe finding fails and is named with its range and title', () => {
  const answer = {
    auditReportVersion: 2,
    vulnerabilities: {
      example: {
        name: 'example',
        severity: 'critical',
        range: '<=1.2.3',
        via: [{ title: 'Remote code in example' }, 'another'],
      },
      harmless: { name: 'harmless', severity: 'moderate', range: '*', via: ['example'] },
    },
    metadata: { vulnerabilities: { ...counts, moderate: 1, critical: 1, total: 2 } },
  }
  expect(judgeAudit(JSON.stringify(answer))).toEqual({
    verdict: 'found',
    lines: ['critical: example <=1.2.3 — Remote code in example'],
  })
})

test('findings below high are no reason to stop', () => {
  const answer = {
    vulnerabilities: { a: { name: 'a', severity: 'moderate', range: '*', via: [] } },
    metadata: { vulnerabilities: { ...counts, moderate: 1, total: 1 } },
  }
  expect(judgeAudit(JSON.stringify(answer)).verdict).toBe('clean')
})

test('a count of severe findings without their list is a finding all the same', () => {
  const answer = { vulnerabilities: {}, metadata: { vulnerabilities: { ...counts, high: 1 } } }
  expect(judgeAudit(JSON.stringify(answer)).verdict).toBe('found')
})

test.each([
  [
    'a registry that takes no audits',
    '{"message":"405 Method Not Allowed","statusCode":405}',
    '405',
  ],
  ['no network', '{"error":{"code":"ENOTFOUND","summary":"request failed"}}', 'ENOTFOUND'],
  ['an empty answer', '', 'no JSON came back'],
  ['a page of a proxy', '<html>login</html>', 'no JSON came back'],
  ['null', 'null', 'no JSON came back'],
])('%s is told as not checked, never as clean', (_, output, why) => {
  expect(judgeAudit(output)).toEqual({ verdict: 'unanswered', lines: [why] })
})

const HASH = `sha512-${'A'.repeat(86)}==`
const lockOf = (of: object) => ({ lockfileVersion: 3, packages: { '': {}, 'node_modules/a': of } })

test.each([
  ['a hash and no address', { integrity: HASH }, []],
  [
    'a hash and the registry',
    { integrity: HASH, resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' },
    [],
  ],
  ['no hash', {}, ['node_modules/a has no SHA-512']],
  ['a weak hash', { integrity: 'sha1-abc=' }, ['node_modules/a has no SHA-512']],
  [
    'another address',
    { integrity: HASH, resolved: 'git+ssh://git@example.invalid/a.git' },
    ['node_modules/a comes from git+ssh://git@example.invalid/a.git'],
  ],
  ['a link', { integrity: HASH, link: true }, ['node_modules/a is a link to a folder']],
])('a locked package with %s', (_, of, faults) => {
  expect(lockFaults(lockOf(of))).toEqual(faults)
})

test('an old lock file is refused as a whole', () => {
  expect(lockFaults({ lockfileVersion: 1, packages: {} })).toHaveLength(1)
})
