import { expect, test } from 'vitest'
import { isMet, reportText, withReport, type RunReport } from './report.ts'

const REPORT: RunReport = {
  quick: true,
  date: '2026-11-23',
  commit: 'abcdef0123',
  machine: {
    processor: 'Example',
    cores: 2,
    memory: 8 * 2 ** 30,
    system: 'Linux',
    node: 'v20',
    fdatasync: 0.25,
    loadAverage: 0.1,
  },
  postgres: 'PostgreSQL 18.4',
  busy: 0,
  sections: [
    {
      name: 'lists',
      title: 'lists',
      seconds: 12.3,
      outcome: {
        measured: [
          { what: 'slowest list, p95', target: { atMost: 20 }, value: 25, unit: 'ms' },
          { what: 'requests', target: { atLeast: 300 }, value: 12_345.6, unit: '/s' },
          { what: 'rows', target: null, value: 10_000, unit: '' },
        ],
        details: 'How it was measured.',
      },
    },
    { name: 'mix', title: 'mix', seconds: 1, outcome: { failed: 'no disk' } },
  ],
}

test('a figure stands beside its target, their ratio and whether it is kept', () => {
  const text = reportText(REPORT)
  expect(text).toContain('| lists | slowest list, p95 | ≤ 20 ms | 25 ms | 1.25 | ✗ |')
  expect(text).toContain('| lists | requests | ≥ 300 /s | 12,346 /s | 41.15 | ✓ |')
  expect(text).toContain('| lists | rows |  | 10,000  |  |  |')
})

test('a section that fell over is told in the table and in its own words', () => {
  const text = reportText(REPORT)
  expect(text).toContain('| mix | did not finish | | | | ✗ |')
  expect(text).toContain('It did not finish: no disk')
})

test('a busy machine is named, a quiet one is not', () => {
  expect(reportText(REPORT)).not.toContain('Other work')
  expect(reportText({ ...REPORT, busy: 0.6 })).toContain('Other work used 60 %')
})

test('a limit itself is kept', () => {
  expect(isMet({ target: { atMost: 20 }, value: 20 })).toBe(true)
  expect(isMet({ target: { atLeast: 60 }, value: 59.9 })).toBe(false)
  expect(isMet({ target: { atMost: 20 }, value: Number.NaN })).toBe(false)
})

test('only what stands between the marks is replaced', () => {
  const document = 'before\n<!-- report -->\nold\n<!-- end of report -->\nafter\n'
  const changed = withReport(document, 'new')
  expect(changed).toBe('before\n<!-- report -->\n\nnew\n\n<!-- end of report -->\nafter\n')
  expect(withReport('no marks', 'new')).toBeUndefined()
})
