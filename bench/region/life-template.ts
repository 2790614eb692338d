import type { ApplicationCommand } from '../../domain/application/commands.ts'
import type { ApplicationFacts } from '../../domain/application/facts.ts'
import type { Instant, LocalDate, ServiceItemId } from '../../domain/shared/ids.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Commander } from '../../server/application/application-context.ts'
import { sm3Hex } from '../../server/event-log/chain.ts'
import type { Random } from '../kill/seeded-random.ts'
import { seededRandom } from '../kill/seeded-random.ts'
import { BENCH_REFERENCE, BENCH_SEAL_MODES, isPersonal, ITEM_SHARES } from './bench-catalogue.ts'
import { drawPlan, share, type LifePlan } from './life-plan.ts'
import type { Post } from './next-act.ts'
import {
  placeholderAccount,
  placeholderApplicant,
  placeholderInstant,
  placeholderNumber,
} from './placeholders.ts'
import { COURSES } from './bench-staff.ts'
import { playLife, type PlayedCommand } from './play-life.ts'
import { seedOf } from './seed-of.ts'
import { OFFICE_HOURS, type Moment } from './working-days.ts'

/** Whose account a placeholder stands for: drawn anew for each copy. */
export type Seat =
  | { readonly post: 'applicant' }
  | { readonly post: Exclude<Post, 'applicant'>; readonly place: string | number }

export type LifeTemplate = {
  readonly itemId: string
  readonly kind: 'person' | 'company'
  readonly receivedOn: LocalDate
  readonly from: Moment
  readonly facts: ApplicationFacts
  readonly commands: readonly PlayedCommand[]
  /** By the number of the placeholder account. */
  readonly seats: readonly Seat[]
  /** What each certificate's hash was reckoned from, by the hash. */
  readonly certificates: ReadonlyMap<string, string>
}

export type TemplateWish = {
  readonly seed: number
  readonly day: number
  readonly index: number
  readonly days: readonly LocalDate[]
  readonly until: Instant
  /** Instead of a drawn item and plan. */
  readonly itemId?: string
  readonly plan?: Partial<LifePlan>
}

/** One life of its day, played for a placeholder applicant by placeholder people. */
export function lifeTemplate(wish: TemplateWish): LifeTemplate {
  const { seed, day, index, days, until } = wish
  const random = seededRandom(seedOf(seed, 'template', day, index))
  const itemId = wish.itemId ?? share(random, ITEM_SHARES)
  const receivedOn = days[day] ?? ('' as LocalDate)
  const personal = isPersonal(itemId) || random.chance(0.22)
  const kind = personal ? 'person' : 'company'
  const certificates = new Map<string, string>()
  const facts = factsFor(itemId, receivedOn, certificates)
  if (facts.guide === null) throw new Error(`No guide for ${itemId}`)
  const plan = { ...drawPlan(random, facts.item, facts.guide, personal), ...wish.plan }
  const from = { day, hour: Math.floor(random.next() * OFFICE_HOURS.length) }
  const seats = newSeats(facts.item.departmentId, kind, 1 + Math.floor(random.next() * 3))
  const commands = playLife({
    plan,
    facts,
    receipt: receiptOf(itemId, plan, kind, receivedOn, from, seats),
    days,
    from,
    until,
    commanderOf: seats.commanderOf,
    draw: drawBelow(random),
  })
  return { itemId, kind, receivedOn, from, facts, commands, seats: seats.taken, certificates }
}

function drawBelow(random: Random): (below: number) => number {
  return (below) => Math.floor(random.next() * below)
}

function factsFor(
  itemId: string,
  receivedOn: LocalDate,
  certificates: Map<string, string>,
): ApplicationFacts {
  return {
    item: BENCH_REFERENCE.getItem(itemId),
    guide: BENCH_REFERENCE.findGuideInForce(itemId, receivedOn) ?? null,
    calendar: BENCH_REFERENCE.calendar,
    confirmedSealMode: BENCH_SEAL_MODES.get(itemId) ?? null,
    applicationNumber: placeholderNumber(receivedOn),
    renewed: null,
    form: null,
    mandate: null,
    awaitedResults: [],
    standing: { postOpen: true, training: COURSES },
    departmentName: (id) => BENCH_REFERENCE.getOrganisation(id).shortName,
    sm3: (text) => {
      const hash = sm3Hex(text)
      certificates.set(hash, text)
      return hash
    },
  }
}

function receiptOf(
  itemId: string,
  plan: LifePlan,
  kind: 'person' | 'company',
  on: LocalDate,
  { hour }: Moment,
  seats: ReturnType<typeof newSeats>,
): ApplicationCommand {
  const receiver =
    plan.channel === 'portal' ? 'applicant' : plan.channel === 'agent' ? 'agent' : 'clerk'
  return {
    type: 'ReceiveApplication',
    by: seats.commanderOf(receiver).actor,
    at: placeholderInstant(on, OFFICE_HOURS[hour] ?? 1, 0),
    itemId: itemId as ServiceItemId,
    applicant: placeholderApplicant(kind),
    channel: plan.channel,
    materials: plan.intake === 'correction' ? { 2: 'missing' } : {},
    insist: plan.insist,
    renews: null,
  }
}

const ROLE_OF = {
  clerk: ['window-clerk', 'approval-service-centre', 'approval-service-centre'],
  agent: ['accompanying-agent', 'government-service-centre', 'government-service-centre'],
  reviewer: ['reviewer', 'department', null],
  'second-reviewer': ['reviewer', 'department', null],
  decider: ['decider', 'department', null],
  head: ['department-head', 'department', null],
  sealer: ['seal-keeper', 'approval-bureau', 'approval-bureau'],
  supervisor: ['supervisor', 'government-service-centre', 'government-service-centre'],
} as const

/** People take their seats as the life needs them, one to a post. */
function newSeats(departmentId: string, kind: 'person' | 'company', window: number) {
  const taken: Seat[] = []
  const commanders = new Map<Post, Commander>()

  function take(post: Post): Commander {
    const { accountId, name, origin } = placeholderAccount(taken.length)
    const standing = { postOpen: true, training: COURSES }
    if (post === 'applicant') {
      taken.push({ post })
      const { identityType, identityNumber, name: applicant } = placeholderApplicant(kind)
      const identity = `${identityType}:${identityNumber}`
      const actor = { accountId, name: applicant, role: 'applicant', body: 'public', identity }
      return { actor: actor as Actor, standing, origin }
    }
    taken.push({ post, place: post === 'clerk' ? window : departmentId })
    const [role, body, place] = ROLE_OF[post]
    const organisationId = place ?? departmentId
    const own = post === 'clerk' ? { window } : {}
    return {
      actor: { accountId, name, role, body, organisationId, ...own } as Actor,
      standing,
      origin,
    }
  }

  return {
    taken: taken as readonly Seat[],
    commanderOf: (post: Post): Commander => {
      const known = commanders.get(post) ?? take(post)
      commanders.set(post, known)
      return known
    },
  }
}
