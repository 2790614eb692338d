import type {
  Application,
  ApplicationStatus,
  LodgedApplication,
} from '../application/application.ts'
import type { ApplicationCommand } from '../application/commands.ts'
import { decide } from '../application/decide.ts'
import type { ApplicationEvent } from '../application/events.ts'
import { applicationFrom, evolve } from '../application/evolve.ts'
import type { ApplicationFacts } from '../application/facts.ts'
import { nextFall } from '../application/law/next-fall.ts'
import { THE_LAW } from '../shared/actor.ts'
import type { Instant } from '../shared/ids.ts'
import { at, guideOf } from './build.ts'
import {
  accept,
  archive,
  confirmDelivery,
  decline,
  grant,
  issue,
  lapse,
  makeCertificate,
  receive,
  refuse,
  requestCorrection,
  review,
  seal,
  sendLetter,
  terminate,
  withdraw,
} from './orders.ts'

export type History = readonly ApplicationEvent[]

type ByLaw = { readonly application: Application; readonly events: History }

/** Everything that happens by itself up to a moment, the earliest first, recorded then or later, when someone looks. */
export function letTheLawAct(
  application: Application,
  facts: ApplicationFacts,
  until: Instant,
  recorded: 'when due' | 'at the end' = 'when due',
): ByLaw {
  let now = application
  const events: ApplicationEvent[] = []
  for (;;) {
    const fall = now.status === 'not-lodged' ? null : nextFall(now, facts)
    if (fall === null || fall.at > until) return { application: now, events }
    const recordedAt = recorded === 'when due' ? fall.at : until
    const outcome = decide({ type: 'ApplyLaw', by: THE_LAW, at: fall.at, recordedAt }, now, facts)
    if (!outcome.ok) throw new Error(`The law was refused: ${outcome.violation.code}`)
    if (outcome.events.length === 0) throw new Error('What fell due did not happen')
    events.push(...outcome.events)
    now = outcome.events.reduce(evolve, now)
  }
}

export function byLawUntil(
  history: History,
  facts: ApplicationFacts,
  until: Instant,
  recorded: 'when due' | 'at the end' = 'when due',
): History {
  const { events } = letTheLawAct(applicationFrom(history), facts, until, recorded)
  return [...history, ...events]
}

/** The history that these commands make, what the law does on the way included. A refusal is a mistake of the test. */
export function lived(
  facts: ApplicationFacts,
  ...commands: readonly ApplicationCommand[]
): History {
  return livedOn([], facts, ...commands)
}

export function livedOn(
  history: History,
  facts: ApplicationFacts,
  ...commands: readonly ApplicationCommand[]
): History {
  return commands.reduce<History>((before, command) => {
    const known = byLawUntil(before, facts, command.at)
    const outcome = decide(command, applicationFrom(known), facts)
    if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.violation)}`)
    return [...known, ...outcome.events]
  }, history)
}

/** Time passes: the history after what the law did by itself until that minute of the China clock. */
export function waited(history: History, facts: ApplicationFacts, local: string): History {
  return byLawUntil(history, facts, at(local))
}

export function lodged(history: History): LodgedApplication {
  const application: Application = applicationFrom(history)
  if (application.status === 'not-lodged') throw new Error('Nothing was received')
  return application
}

const IN_REVIEW = [
  receive('2026-03-02T09:00'),
  accept('2026-03-03T10:00'),
  review('2026-03-04T09:30'),
]
const TO_THE_ARCHIVE = [
  ...IN_REVIEW,
  grant('2026-03-04T14:00'),
  makeCertificate('2026-03-05T09:00'),
  sendLetter('2026-03-05T10:00'),
  seal('2026-03-06T09:00'),
  issue('2026-03-09T11:00'),
  confirmDelivery('2026-03-09T11:05'),
  archive('2026-03-09T15:00'),
]
const LACKING_2 = receive('2026-03-02T09:00', { materials: { 2: 'missing' } })
const ASKED = [LACKING_2, requestCorrection('2026-03-04T09:00')]

const WAY_TO: Record<Exclude<ApplicationStatus, 'not-lodged'>, readonly ApplicationCommand[]> = {
  received: TO_THE_ARCHIVE.slice(0, 1),
  'awaiting-correction': ASKED,
  accepted: TO_THE_ARCHIVE.slice(0, 2),
  'in-review': IN_REVIEW,
  granted: TO_THE_ARCHIVE.slice(0, 4),
  certified: TO_THE_ARCHIVE.slice(0, 5),
  lettered: TO_THE_ARCHIVE.slice(0, 6),
  sealed: TO_THE_ARCHIVE.slice(0, 7),
  issued: TO_THE_ARCHIVE.slice(0, 8),
  delivered: TO_THE_ARCHIVE.slice(0, 9),
  archived: TO_THE_ARCHIVE,
  refused: [...IN_REVIEW, refuse('2026-03-04T14:00')],
  declined: [LACKING_2, decline('2026-03-03T09:00')],
  withdrawn: [LACKING_2, withdraw('2026-03-03T09:00')],
  terminated: [LACKING_2, terminate('2026-03-03T09:00')],
  lapsed: [...ASKED, lapse('2026-04-07T09:00')],
}
export const STATUSES = Object.keys(WAY_TO) as (keyof typeof WAY_TO)[]

/** Received on Monday 2026-03-02, in front of that status within the week. */
export function lifeTo(status: keyof typeof WAY_TO, facts: ApplicationFacts): History {
  const { item } = facts
  const limited = { ...facts, guide: guideOf(item, { correctionLimitDays: 30 }) }
  return lived(status === 'lapsed' ? limited : facts, ...WAY_TO[status])
}
