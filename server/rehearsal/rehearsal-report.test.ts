import { expect, test } from 'vitest'
import type { ScenarioOutcome } from './play-scenario.ts'
import { readScenario } from './read-scenario.ts'
import { jsonReport, plainReport } from './rehearsal-report.ts'

const read = readScenario(
  'a.yaml',
  'scenario: 演练\nnow: 2026-03-02T09:00\nsteps:\n' +
    '  - { as: window.clerk.1, do: receive, application: A, with: { item: 3 } }\n' +
    '  - { at: 2026-03-03T10:00, see: A, expect: { status: accepted } }',
)

function outcome(): ScenarioOutcome {
  if (!read.ok) throw new Error('The file is fine')
  const [first, second] = read.scenario.steps
  if (first === undefined || second === undefined) throw new Error('Two steps')
  const differences = [{ key: 'status', expected: 'accepted', got: 'received' }]
  return {
    scenario: read.scenario,
    passed: false,
    steps: [
      { step: first, differences: [], detail: '' },
      { step: second, differences, detail: '' },
    ],
  }
}

test('each step is one line, ok or NOT ok with expected and got', () => {
  const lines = plainReport.scenario(outcome()).filter((line) => !line.startsWith('#'))
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^ok\s+1\s+window\.clerk\.1 receive A$/)
  expect(lines[1]).toMatch(
    /^NOT ok\s+2\s+\[2026-03-03 10:00\] see A: status expected accepted, got received$/,
  )
})

test('the closing line counts scenarios', () => {
  expect(plainReport.closing(5, 1)).toBe('5 passed, 1 failed')
})

test('JSON lines say the same', () => {
  const [first, second] = jsonReport.scenario(outcome()).map((line) => JSON.parse(line) as unknown)
  expect(first).toMatchObject({
    file: 'a.yaml',
    step: 1,
    ok: true,
    as: 'window.clerk.1',
    do: 'receive',
  })
  expect(second).toMatchObject({
    step: 2,
    ok: false,
    expected: { status: 'accepted' },
    got: { status: 'received' },
  })
  expect(JSON.parse(jsonReport.closing(5, 1))).toEqual({ passed: 5, failed: 1 })
})

test('an unusable file is told with its line', () => {
  expect(plainReport.fault({ file: 'a.yaml', line: 7, message: '不认识的键“x”，请删去' })).toBe(
    'a.yaml，第 7 行：不认识的键“x”，请删去。',
  )
})
