import { describe, expect, test } from 'vitest'
import { readScenario } from './read-scenario.ts'
import type { FileFault, Scenario } from './scenario.ts'

function scenarioOf(text: string): Scenario {
  const read = readScenario('x.yaml', text)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.scenario
}

function faultsOf(text: string): readonly FileFault[] {
  const read = readScenario('x.yaml', text)
  return read.ok ? [] : read.faults
}

const RECEIVED = '  - { as: window.clerk.1, do: receive, application: A, with: { item: 3 } }'
const file = (...steps: string[]) =>
  ['scenario: 演练', 'now: 2026-03-02T09:00', 'steps:', RECEIVED, ...steps].join('\n')

describe('a scenario file is read leniently in form', () => {
  test('times with or without seconds, with a blank or an offset, are the same moment in China', () => {
    const forms = [
      '2026-03-02T09:00',
      '2026-03-02T09:00:00',
      '"2026-03-02 09:00"',
      '2026-03-02T09:00+08:00',
      '2026-3-2 9:00',
    ]
    const moments = forms.map(
      (form) => scenarioOf(`scenario: 演练\nnow: ${form}\nsteps:\n${RECEIVED}`).now,
    )
    expect(new Set(moments)).toEqual(new Set(['2026-03-02T01:00:00.000Z']))
  })

  test('a single value is a list of one, and none is an empty list', () => {
    const { steps } = scenarioOf(
      file('  - { see: A, expect: { notices: receipt-slip, cards: none, possible: [] } }'),
    )
    expect(steps[1]?.expect).toEqual({ notices: ['receipt-slip'], cards: [], possible: [] })
  })

  test('due dates may be gathered, dotted, quoted, paused or none', () => {
    const { steps } = scenarioOf(
      file(
        '  - { see: A, expect: { due: { acceptance: "2026-03-09", decision: paused } } }',
        '  - see: A',
        '    expect:',
        '      due.committed: none',
        '      due.issuance: 2026-3-9',
      ),
    )
    expect(steps[1]?.expect.due).toEqual({ acceptance: '2026-03-09', decision: 'paused' })
    expect(steps[2]?.expect.due).toEqual({ committed: 'none', issuance: '2026-03-09' })
  })

  test('an item may be quoted, and materials complete', () => {
    const { steps } = scenarioOf(
      'scenario: 演练\nnow: 2026-03-02T09:00\nsteps:\n' +
        '  - { as: citizen, do: receive, application: A, with: { item: "3", materials: complete, insist: yes } }\n' +
        '  - { as: citizen, do: receive, application: B, with: { item: joint, applicant: company.9, materials: { missing: 2 } } }',
    )
    expect(steps[0]?.act).toMatchObject({ kind: 'receive', fields: { item: 3, insist: true } })
    expect(steps[1]?.act).toMatchObject({ fields: { item: 'joint', materials: { missing: [2] } } })
  })
})

describe('the body of a command', () => {
  const play = (step: string, view: null, expectsRefusal = false) => {
    const act = scenarioOf(file(`  - ${step}`)).steps[1]?.act
    if (act?.kind !== 'command') throw new Error('Not a command')
    return act.play({ view, expectsRefusal })
  }

  test('texts left out are made up, texts given pass through', () => {
    expect(
      play(
        '{ as: department.decider, do: decide, application: A, with: { outcome: refuse, reason: 短 } }',
        null,
      ),
    ).toEqual({ outcome: 'refuse', reason: '短' })
    const refusal =
      '{ as: department.decider, do: decide, application: A, with: { outcome: refuse } }'
    expect(String(play(refusal, null)['reason']).length).toBeGreaterThanOrEqual(20)
    expect(play(refusal, null, true)['reason']).toBe('')
  })

  test('the letter states what is not omitted', () => {
    expect(
      play(
        '{ as: department.decider, do: send-letter, application: A, with: { omit: content-lawful } }',
        null,
      ),
    ).toEqual({ statements: ['procedure-lawful', 'approval-complete', 'licence-granted'] })
  })

  test('a signature on the receipt is a picture', () => {
    const step =
      '{ as: window.clerk.1, do: confirm-delivery, application: A, with: { proof: signature } }'
    const body = play(step, null)
    expect(body).toMatchObject({ proof: 'signature', returned: false })
    expect(body['signature']).toMatch(/^data:image\/png;base64,/)
  })
})

describe('what is not known is told with its line and a remedy', () => {
  test.each([
    ['an unknown account', '  - { as: window.clerk.9, do: accept, application: A }', 5, '账号'],
    ['an unknown command', '  - { as: window.clerk.1, do: approve, application: A }', 5, '命令'],
    ['an unknown key', '  - { as: window.clerk.1, do: accept, application: A, on: x }', 5, 'on'],
    [
      'an unknown key of a command',
      '  - { as: window.clerk.1, do: accept, application: A, with: { days: 3 } }',
      5,
      'days',
    ],
    [
      'an unknown key of the expectation',
      '  - { see: A, expect: { state: accepted } }',
      5,
      'state',
    ],
    ['an unknown refusal', '  - { see: A, expect: { error: nope } }', 5, '拒绝代码'],
    ['an unknown status', '  - { see: A, expect: { status: done } }', 5, '办件状态'],
    ['an unknown card rule', '  - { see: A, expect: { cards: [late] } }', 5, '监察规则'],
    ['an unknown notice', '  - { see: A, expect: { notices: [receipt] } }', 5, '文书种类'],
    ['an application nobody received', '  - { see: B }', 5, '办件“B”'],
    ['a clock that goes back', '  - { at: 2026-03-01T09:00, see: A }', 5, '不能倒退'],
    ['a day that does not exist', '  - { at: 2026-02-30T09:00, see: A }', 5, '2026-02-30'],
    [
      'a due date that does not exist',
      '  - { see: A, expect: { due: { decision: 2026-02-30 } } }',
      5,
      '2026-02-30',
    ],
    ['nobody to act', '  - { do: accept, application: A }', 5, 'as'],
    ['no application', '  - { as: window.clerk.1, do: accept }', 5, 'application'],
    ['looking and doing at once', '  - { see: A, do: accept }', 5, 'see 和 do'],
    [
      'an unknown item',
      '  - { as: window.clerk.1, do: receive, application: C, with: { item: 76 } }',
      5,
      '事项',
    ],
    [
      'a renewal of nothing',
      '  - { as: citizen, do: receive, application: C, with: { item: renewal, renews: Z } }',
      5,
      '办件“Z”',
    ],
  ])('%s', (_, step, line, word) => {
    const faults = faultsOf(file(step))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ file: 'x.yaml', line })
    expect(faults[0]?.message).toContain(word)
  })

  test('the line is that of the key, not of the step', () => {
    const faults = faultsOf(
      file(
        '  - as: window.clerk.1',
        '    do: accept',
        '    application: A',
        '    expect:',
        '      status: gone',
      ),
    )
    expect(faults.map(({ line }) => line)).toEqual([9])
  })

  test('every fault of a file is told at once', () => {
    const faults = faultsOf(
      file('  - { see: A, as: nobody }', '  - { see: A, expect: { card: blue } }'),
    )
    expect(faults.map(({ line }) => line)).toEqual([5, 6])
  })

  test.each([
    ['no title', `now: 2026-03-02T09:00\nsteps:\n${RECEIVED}`],
    ['no start', `scenario: 演练\nsteps:\n${RECEIVED}`],
    ['no steps', 'scenario: 演练\nnow: 2026-03-02T09:00'],
    ['empty steps', 'scenario: 演练\nnow: 2026-03-02T09:00\nsteps: []'],
    ['broken YAML', 'scenario: [演练\nnow: x'],
    ['a key twice', `scenario: 一\nscenario: 二\nnow: 2026-03-02T09:00\nsteps:\n${RECEIVED}`],
    ['an empty file', ''],
    ['a list instead of a mapping', '- 1'],
  ])('%s', (_, text) => {
    const faults = faultsOf(text)
    expect(faults.length).toBeGreaterThan(0)
    for (const { message } of faults) expect(message).toMatch(/请/)
  })
})
