import { NOT_LODGED, type Application } from '../../domain/application/application.ts'
import { COMMAND_NAME, type ApplicationCommand } from '../../domain/application/commands.ts'
import { decide } from '../../domain/application/decide.ts'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import { evolve } from '../../domain/application/evolve.ts'
import type { ApplicationFacts } from '../../domain/application/facts.ts'
import { nextFall } from '../../domain/application/law/next-fall.ts'
import { movesVersion } from '../../domain/application/moves-version.ts'
import type { NoticeDocument } from '../../domain/notice/notice.ts'
import { noticesFor } from '../../domain/notice/notices-for.ts'
import { sealRoute } from '../../domain/sealing/seal-route.ts'
import { THE_LAW } from '../../domain/shared/actor.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Commander } from '../../server/application/application-context.ts'
import { LAW } from '../../server/application/apply-law.ts'
import { BENCH_REFERENCE } from './bench-catalogue.ts'
import type { LifePlan } from './life-plan.ts'
import { nextAct, type NextAct, type Post } from './next-act.ts'
import { placeholderInstant } from './placeholders.ts'
import { sideAct } from './side-acts.ts'
import { isBefore, momentAfter, OFFICE_HOURS, type Moment } from './working-days.ts'

export type PlayedEvent = {
  readonly seq: number
  readonly version: number
  readonly event: ApplicationEvent
}
export type PlayedNotice = { readonly seq: number; readonly document: NoticeDocument }

/** One command as it was recorded; `at` is a placeholder unless the law named the moment. */
export type PlayedCommand = {
  readonly name: string
  readonly commander: Commander
  readonly at: Instant
  /** Of the moment it was done at; null: the law's own hour, which no copy moves. */
  readonly moment: Moment | null
  readonly events: readonly PlayedEvent[]
  readonly notices: readonly PlayedNotice[]
  readonly version: number
  readonly after: Application
}

export type Stagecraft = {
  readonly plan: LifePlan
  readonly facts: ApplicationFacts
  readonly receipt: ApplicationCommand
  readonly days: readonly LocalDate[]
  readonly from: Moment
  readonly until: Instant
  readonly commanderOf: (post: Post) => Commander
  readonly draw: (below: number) => number
}

export const BENCH_PORTAL = 'https://yichuang.invalid'
const MOST_ACTS = 60

/** Plays one life by the product's own rules, each act at its hour, until it ends or the present is reached. */
export function playLife(stage: Stagecraft): readonly PlayedCommand[] {
  const played: PlayedCommand[] = []
  const state = { application: NOT_LODGED as Application, seq: 0, version: 0 }
  const done: string[] = []
  let now = stage.from
  record(stage, state, played, stage.receipt, stage.commanderOf(receiverOf(stage)), now)
  for (let acts = 0; acts < MOST_ACTS; acts += 1) {
    const next = earliest(stage, state.application, done, now)
    if (next === null || !hasCome(stage, next.moment)) break
    now = next.moment
    if (!act(stage, state, played, next, done)) break
  }
  letTheLawAct(stage, state, played, stage.until)
  return played
}

type State = { application: Application; seq: number; version: number }
type Due = NextAct & { readonly moment: Moment; readonly isSide: boolean }

function receiverOf({ plan }: Stagecraft): Post {
  if (plan.channel === 'portal') return 'applicant'
  return plan.channel === 'agent' ? 'agent' : 'clerk'
}

/** The procedure's next step or what stands beside it, whichever comes first. */
function earliest(
  stage: Stagecraft,
  application: Application,
  done: readonly string[],
  now: Moment,
): Due | null {
  if (application.status === 'not-lodged') return null
  const { plan, facts, draw } = stage
  if (facts.guide === null) return null
  const route = sealRoute(facts.item, localDateOf(application.movedAt), facts.confirmedSealMode)
  const main = nextAct({ application, plan, guide: facts.guide, route, done })
  const beside = sideAct(application, plan, done)
  const mainDue = main && { ...main, moment: momentAfter(now, main.wait, draw), isSide: false }
  const sideDue = beside && { ...beside, moment: momentAfter(now, beside.wait, draw), isSide: true }
  if (mainDue === null || sideDue === null) return mainDue ?? sideDue
  return isBefore(sideDue.moment, mainDue.moment) ? sideDue : mainDue
}

/** A moment has come when its hour is over: copies spread over the hour. */
function hasCome({ days, until }: Stagecraft, { day, hour }: Moment): boolean {
  const date = days[day]
  return date !== undefined && `${date}T0${(OFFICE_HOURS[hour] ?? 0) + 1}:00:00.000Z` <= until
}

/** False: the rules refuse it, so this life stands still from here on. */
function act(
  stage: Stagecraft,
  state: State,
  played: PlayedCommand[],
  { who, act: wanted, moment }: Due,
  done: string[],
): boolean {
  const at = instantOf(stage, moment, played.length + 8)
  const before = state.application.status
  letTheLawAct(stage, state, played, at)
  done.push(wanted.type)
  // What the law decided meanwhile needs no act of the same kind any more.
  if (state.application.status !== before) return true
  const commander = stage.commanderOf(who)
  const command = { ...wanted, by: commander.actor, at: instantOf(stage, moment, played.length) }
  return record(stage, state, played, command as ApplicationCommand, commander, moment)
}

function record(
  stage: Stagecraft,
  state: State,
  played: PlayedCommand[],
  command: ApplicationCommand,
  commander: Commander,
  moment: Moment,
): boolean {
  const facts = { ...stage.facts, standing: commander.standing }
  const decision = decide(command, state.application, facts)
  if (!decision.ok) return isHarmless(command, decision.violation.code)
  append(state, played, facts, {
    name: COMMAND_NAME[command.type],
    commander,
    at: command.at,
    moment,
    events: decision.events,
  })
  return true
}

/** Too late for it, or nothing left to answer: then it is left out. */
function isHarmless(command: ApplicationCommand, code: string): boolean {
  if (
    ['procedure-too-late', 'extension-too-late', 'nothing-to-answer', 'already-rated'].includes(
      code,
    )
  )
    return true
  throw new Error(`A made-up life breaks the rules: ${command.type} ${code}`)
}

function letTheLawAct(
  stage: Stagecraft,
  state: State,
  played: PlayedCommand[],
  until: Instant,
): void {
  for (;;) {
    const { application } = state
    const fall = application.status === 'not-lodged' ? null : nextFall(application, stage.facts)
    if (fall === null || fall.at > until) return
    const command = { type: 'ApplyLaw', by: THE_LAW, at: fall.at, recordedAt: fall.at } as const
    const decision = decide(command, application, stage.facts)
    if (!decision.ok || decision.events.length === 0)
      throw new Error('What fell due did not happen')
    append(state, played, stage.facts, {
      name: 'apply-law',
      commander: LAW,
      at: fall.at,
      moment: null,
      events: decision.events,
    })
  }
}

type Happened = Pick<PlayedCommand, 'name' | 'commander' | 'at' | 'moment'> & {
  readonly events: readonly ApplicationEvent[]
}

function append(
  state: State,
  played: PlayedCommand[],
  facts: ApplicationFacts,
  happened: Happened,
): void {
  const events: PlayedEvent[] = []
  const notices: PlayedNotice[] = []
  for (const event of happened.events) {
    const after = evolve(state.application, event)
    if (after.status === 'not-lodged' || facts.guide === null)
      throw new Error('An event always leaves a lodged application')
    state.application = after
    state.seq += 1
    if (movesVersion(event)) state.version += 1
    events.push({ seq: state.seq, version: state.version, event })
    const route = sealRoute(facts.item, localDateOf(event.at), facts.confirmedSealMode)
    const documents = noticesFor(event, after, {
      item: facts.item,
      guide: facts.guide,
      calendar: facts.calendar,
      organisationOf: (id) => BENCH_REFERENCE.getOrganisation(id),
      sealRoute: route,
      portalUrl: BENCH_PORTAL,
    })
    for (const document of documents) notices.push({ seq: state.seq, document })
  }
  played.push({ ...happened, events, notices, version: state.version, after: state.application })
}

function instantOf({ days }: Stagecraft, { day, hour }: Moment, index: number): Instant {
  return placeholderInstant(days[day] ?? ('' as LocalDate), OFFICE_HOURS[hour] ?? 1, index)
}
