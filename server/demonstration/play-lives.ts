import { plainSituation } from '../../domain/catalogue/plain-situation.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ApplicationCommand } from '../../domain/application/commands.ts'
import { isWorkingDay } from '../../domain/deadline/working-calendar.ts'
import { addDays, localDateOf } from '../../domain/shared/local-date.ts'
import type {
  AccountId,
  Instant,
  LocalDate,
  OrganisationId,
  ServiceItemId,
} from '../../domain/shared/ids.ts'
import { POSTS } from '../access/posts.ts'
import type { CastMember } from '../access/demonstration-cast.ts'
import type { ApplicationContext, Commander } from '../application/application-context.ts'
import { applyLawTo } from '../application/apply-law-to.ts'
import { handleCommand } from '../application/handle-command.ts'
import { applyLawUntil } from '../deadlines/run-deadlines.ts'
import { newId } from '../event-log/chain.ts'
import { DEMONSTRATION_LIVES, type Beat, type Life } from './demonstration-lives.ts'

/** Plays the lives through the product's own road, each act at its own past hour; answers how many. */
export async function playDemonstrationLives(
  context: ApplicationContext,
  regionCode: number,
  people: readonly CastMember[],
  accounts: ReadonlyMap<string, AccountId>,
): Promise<number> {
  const today = localDateOf(context.clock(regionCode))
  const days = workingDaysBackFrom(today, context)
  for (const life of DEMONSTRATION_LIVES)
    await playLife(context, regionCode, life, days, (who, departmentId) =>
      commanderFor(who, departmentId, people, accounts),
    )
  const now = context.clock(regionCode)
  await applyLawUntil(
    context.db,
    async (region, id, until) => await applyLawTo(context, region, id, until),
    regionCode,
    now,
  )
  return DEMONSTRATION_LIVES.length
}

async function playLife(
  context: ApplicationContext,
  regionCode: number,
  life: Life,
  dayAgo: (days: number) => LocalDate,
  actorFor: (who: Beat['who'], departmentId: string) => Commander,
): Promise<void> {
  const itemId = `aba-${String(life.item).padStart(2, '0')}` as ServiceItemId
  const { departmentId } = context.reference.getItem(itemId)
  const applicationId = newId()
  const receive = {
    type: 'ReceiveApplication',
    itemId,
    applicant: life.applicant,
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
    situation: plainSituation(guideOn(context, itemId, dayAgo(life.receivedDaysAgo))),
  }
  const beats = [
    { daysAgo: life.receivedDaysAgo, who: 'clerk' as const, act: receive as Beat['act'] },
    ...life.beats,
  ]
  let version = 0
  for (const [index, beat] of beats.entries()) {
    const commander = actorFor(beat.who, departmentId)
    const at = `${dayAgo(beat.daysAgo)}T0${1 + (index % 8)}:1${index % 6}:00.000Z` as Instant
    const then = { ...context, clock: () => at }
    const outcome = await handleCommand(then, {
      regionCode,
      applicationId,
      commandId: newId(),
      expectedVersion: version,
      commander,
      command: { ...beat.act, by: commander.actor, at } as ApplicationCommand,
    })
    if (!outcome.ok)
      throw new Error(
        `The demonstration breaks its own rules: ${itemId} ${beat.act.type} ${outcome.violation.code}`,
      )
    version = outcome.reply.version
  }
}

function guideOn({ reference }: ApplicationContext, itemId: string, on: LocalDate): ServiceGuide {
  const guide = reference.findGuideInForce(itemId, on)
  if (guide === undefined) throw new Error(`The demonstration has no guide of ${itemId}`)
  return guide
}

function commanderFor(
  who: Beat['who'],
  departmentId: string,
  people: readonly CastMember[],
  accounts: ReadonlyMap<string, AccountId>,
): Commander {
  const role = {
    clerk: 'window-clerk',
    reviewer: 'reviewer',
    decider: 'decider',
    sealer: 'seal-keeper',
  } as const
  const found = people.find(
    (one) =>
      one.role === role[who] &&
      (who === 'clerk' || who === 'sealer' || one.organisationId === departmentId),
  )
  const accountId = found === undefined ? undefined : accounts.get(found.username)
  if (found === undefined || accountId === undefined)
    throw new Error(`The cast has no ${who} for ${departmentId}`)
  const { name, organisationId, window, training } = found
  return {
    actor: {
      accountId,
      name,
      role: found.role,
      body: POSTS[found.role].body,
      ...(organisationId === null ? {} : { organisationId: organisationId as OrganisationId }),
      ...(window === null ? {} : { window }),
    },
    standing: { postOpen: true, training },
    origin: '127.0.0.1',
  }
}

/** The n-th working day before today. */
function workingDaysBackFrom(
  today: LocalDate,
  { reference: { calendar } }: ApplicationContext,
): (days: number) => LocalDate {
  return (days) => {
    let date = today
    for (let left = days; left > 0;) {
      date = addDays(date, -1)
      if (isWorkingDay(date, calendar)) left -= 1
    }
    return date
  }
}
