import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import { localDateOf } from '../shared/local-date.ts'
import { EVERY_ORDER } from '../testing/orders.ts'
import { INVARIANTS } from '../testing/random/invariants.ts'
import { LAWFUL_MOVES } from '../testing/random/lawful-moves.ts'
import { liveRandomly, type Attempt, type RandomLife } from '../testing/random/live-randomly.ts'
import { ACTS, type LodgedAction } from './acts.ts'
import { STATUS_NAME } from './status-names.ts'
import { COMMAND_NAME, type ApplicationCommand } from './commands.ts'
import { decide } from './decide.ts'
import { possibleCommands } from './possible-actions.ts'
import type { ViolationCode } from './violations.ts'

const LIVES = 1050
const SEED = 20_260_302
/** Milliseconds: some seconds of work, on a machine that may be busy with other tests. */
const PATIENCE = 120_000
const ACTIONS = Object.keys(ACTS) as LodgedAction[]

/** Refusals for what was filled in, not for who, when or where the application stands. */
const OF_THE_FORM: readonly ViolationCode[] = [
  'unknown-material',
  'materials-incomplete',
  'not-tolerable',
  'tolerated-material-missing',
  'tolerance-consequence-open',
  'commitment-broken',
  'bundle-result-missing',
  'correction-must-be-complete-at-once',
  'must-accept-after-correction',
  'correction-not-asked',
  'no-limit-to-correct',
  'not-a-special-procedure',
  'reason-too-short',
  'letter-incomplete',
  'no-proof-of-delivery',
  'nothing-to-answer',
]

describe(`in ${LIVES} random lives`, { timeout: PATIENCE }, () => {
  const lives: RandomLife[] = []

  test('the invariants of the procedure hold at every step', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 10, max: 65 }), (seed, steps) => {
        const life = liveRandomly(seed, steps, ABA_CALENDAR)
        const broken = Object.entries(INVARIANTS)
          .map(([sentence, brokenBy]) => ({ sentence, by: brokenBy(life) }))
          .filter(({ by }) => by.length > 0)
        expect(broken).toEqual([])
        lives.push(life)
      }),
      { seed: SEED, numRuns: LIVES },
    )
  })

  test('what is offered to a person is possible, and what is not offered is refused', () => {
    const attempts = lives.flatMap((life) => life.attempts)
    const disagreed = attempts.flatMap((attempt, index) =>
      disagreements(attempt, index % 8 === 0 ? ACTIONS : []),
    )
    expect(disagreed).toEqual([])
  })

  test('every status, event and refusal is reached', async ({ annotate }) => {
    const statuses = countOf(lives, ({ moves }) => moves.map(({ after }) => after.status))
    const events = countOf(lives, ({ moves }) => moves.map(({ event }) => event.type))
    const codes = countOf(lives, ({ attempts }) =>
      attempts.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.violation.code])),
    )
    await annotate(JSON.stringify({ statuses, events, codes }))
    const { 'not-lodged': _, ...reachable } = STATUS_NAME
    expect(Object.keys(statuses).toSorted()).toEqual(Object.keys(reachable).toSorted())
    expect(Object.keys(events).toSorted()).toEqual(Object.keys(LAWFUL_MOVES).toSorted())
    expect(Object.keys(codes).length).toBeGreaterThan(25)
  })
})

/** The command that was tried, and others as they are usually filled in, against the list of the possible. */
function disagreements(
  { before, command, facts }: Attempt,
  others: readonly LodgedAction[],
): readonly string[] {
  if (before.status === 'not-lodged') return []
  const { by, at } = command
  const possible = possibleCommands(before, { by, at, today: localDateOf(at), facts })
  const commands: ApplicationCommand[] = [
    ...(command.type === 'ReceiveApplication' ? [] : [command]),
    ...others.map((action) => ({ ...EVERY_ORDER[action]('2026-03-02T09:00'), by, at })),
  ]
  return commands.flatMap((tried) => {
    const outcome = decide(tried, before, facts)
    const offered = possible.includes(COMMAND_NAME[tried.type])
    const answer = `${tried.type} by ${by.name} while ${before.status}`
    if (outcome.ok) return offered ? [] : [`not offered, yet done: ${answer}`]
    const { code } = outcome.violation
    const returnedByHand = tried.type === 'ConfirmDelivery' && code === 'action-not-allowed'
    const excused = OF_THE_FORM.includes(code) || returnedByHand
    return offered && !excused ? [`offered, yet ${code}: ${answer}`] : []
  })
}

function countOf(
  lives: readonly RandomLife[],
  values: (life: RandomLife) => readonly string[],
): Readonly<Record<string, number>> {
  const count: Record<string, number> = {}
  for (const life of lives)
    for (const value of new Set(values(life))) count[value] = (count[value] ?? 0) + 1
  return count
}
