import type { Decision } from '../../application/act.ts'
import { isAllowed } from '../../application/allowed-actions.ts'
import { ACTS, type LodgedAction } from '../../application/acts.ts'
import {
  NOT_LODGED,
  type Application,
  type LodgedApplication,
} from '../../application/application.ts'
import type { ApplicationAction, ApplicationCommand } from '../../application/commands.ts'
import { decide } from '../../application/decide.ts'
import type { ApplicationEvent } from '../../application/events.ts'
import { evolve } from '../../application/evolve.ts'
import type { ApplicationFacts } from '../../application/facts.ts'
import { refusalOf } from '../../application/refusal.ts'
import type { WorkingCalendar } from '../../deadline/working-calendar.ts'
import { THE_LAW } from '../../shared/actor.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Instant } from '../../shared/ids.ts'
import { addDays, localDateOf } from '../../shared/local-date.ts'
import { EVERYBODY } from '../actors.ts'
import { at, date } from '../build.ts'
import { letTheLawAct } from '../live.ts'
import { KINDS_OF_LIFE } from './kinds-of-life.ts'
import { LIKELY, randomCommand, type Draw } from './random-command.ts'

/** Somebody tries something: what was, what they ordered, what was answered. */
export type Attempt = {
  readonly before: Application
  readonly command: ApplicationCommand
  readonly facts: ApplicationFacts
  readonly outcome: Decision
}
export type Moved = {
  readonly before: Application
  readonly event: ApplicationEvent
  readonly after: Application
  readonly facts: ApplicationFacts
  /** Null: the law itself, or a record. */
  readonly command: ApplicationCommand | null
}
export type RandomLife = {
  readonly attempts: readonly Attempt[]
  readonly moves: readonly Moved[]
  readonly application: Application
  readonly facts: ApplicationFacts
}

const ACTIONS = (Object.keys(LIKELY) as ApplicationAction[]).filter(
  (action) => action !== 'ApplyLaw',
)
const LODGED_ACTIONS = Object.keys(ACTS) as LodgedAction[]
const MINUTES_A_DAY = 1440

/** One application's life: random commands by random people at increasing times, four in five of them possible ones. */
export function liveRandomly(seed: number, steps: number, calendar: WorkingCalendar): RandomLife {
  const draw = drawFrom(seed)
  const startsOn = addDays(date('2025-11-03'), draw(330))
  const kind = KINDS_OF_LIFE[draw(KINDS_OF_LIFE.length)]
  if (kind === undefined) throw new Error('No such kind of life')
  let facts = kind(calendar, startsOn)
  let application = NOT_LODGED
  let now = later(at(`${startsOn}T08:30`), draw(600))
  const tempo = draw(4) === 0 ? 6 : 1
  const attempts: Attempt[] = []
  const moves: Moved[] = []
  const happen = (
    events: readonly ApplicationEvent[],
    command: ApplicationCommand | null,
  ): void => {
    for (const event of events) {
      const before = application
      application = evolve(before, event)
      moves.push({ before, event, after: application, facts, command })
    }
  }
  for (let step = 0; step < steps; step += 1) {
    now = later(now, tempo * pause(draw))
    const recorded = draw(3) === 0 ? 'at the end' : 'when due'
    happen(letTheLawAct(application, facts, now, recorded).events, null)
    if (facts.item.levelMark === '×' && facts.confirmedSealMode === null && draw(12) === 0)
      facts = { ...facts, confirmedSealMode: draw(2) === 0 ? 'bureau' : 'department' }
    const before = application
    const command = nextCommand(before, facts, now, draw)
    const outcome = decide(command, before, facts)
    attempts.push({ before, command, facts, outcome })
    if (!outcome.ok) continue
    happen(outcome.events, command)
    if (draw(4) === 0) happen([record(now, draw)], null)
  }
  return { attempts, moves, application, facts }
}

/** A sequence of choices that one number fixes (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return (choices) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % choices
  }
}

function nextCommand(
  application: Application,
  facts: ApplicationFacts,
  now: Instant,
  draw: Draw,
): ApplicationCommand {
  const wild = draw(5) === 0
  if (application.status === 'not-lodged') {
    const by = wild ? chosen(EVERYBODY, draw) : chosen(LIKELY.ReceiveApplication.by, draw)
    return randomCommand('ReceiveApplication', by, now, draw, facts)
  }
  if (!wild) {
    const likely = weighted(possibleNow(application, facts, now), draw)
    if (likely !== null) return randomCommand(likely.action, likely.by, now, draw, facts)
  }
  const action = chosen(ACTIONS, draw)
  const people = draw(2) === 0 ? EVERYBODY : LIKELY[action].by
  return randomCommand(action, chosen(people, draw), now, draw, facts)
}

type Possible = { readonly action: LodgedAction; readonly by: Actor; readonly weight: number }

function possibleNow(
  application: LodgedApplication,
  facts: ApplicationFacts,
  now: Instant,
): readonly Possible[] {
  const today = localDateOf(now)
  return LODGED_ACTIONS.filter((action) => isAllowed(action, application.status)).flatMap(
    (action) => {
      const { by: people, weight } = LIKELY[action]
      return people
        .filter((by) => refusalOf(action, application, { by, at: now, today, facts }) === null)
        .map((by) => ({ action, by, weight: weight / people.length }))
    },
  )
}

function weighted<Choice extends { readonly weight: number }>(
  choices: readonly Choice[],
  draw: Draw,
): Choice | null {
  let left = (choices.reduce((sum, { weight }) => sum + weight, 0) * draw(10_000)) / 10_000
  for (const choice of choices) {
    left -= choice.weight
    if (left < 0) return choice
  }
  return null
}

/** Minutes until somebody does the next thing: mostly the same day, now and then weeks. */
function pause(draw: Draw): number {
  const kind = draw(20)
  if (kind < 12) return 1 + draw(240)
  if (kind < 17) return draw(2 * MINUTES_A_DAY)
  if (kind < 19) return draw(8 * MINUTES_A_DAY)
  return draw(25 * MINUTES_A_DAY)
}

function chosen<Value>(values: readonly Value[], draw: Draw): Value {
  const value = values[draw(values.length)]
  if (value === undefined) throw new Error('Nothing to choose from')
  return value
}

function later(moment: Instant, minutes: number): Instant {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString() as Instant
}

/** What the server records of itself: a signed paper, or due dates that a newly announced year moved. */
function record(at: Instant, draw: Draw): ApplicationEvent {
  if (draw(10) === 0) {
    const none = { acceptance: null, decision: null, committed: null, issuance: null }
    return { type: 'DueDatesRecomputed', by: THE_LAW, at, calendar: '', before: none, after: none }
  }
  const [noticeId, number, sha256] = ['notice', '示例〔2026〕1号', 'ab'.repeat(32)]
  return { type: 'NoticeSigned', by: THE_LAW, at, noticeId, kind: 'receipt-slip', number, sha256 }
}
