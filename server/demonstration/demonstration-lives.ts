import type { ApplicationCommand } from '../../domain/application/commands.ts'
import { LETTER_STATEMENTS } from '../../domain/application/application.ts'
import type { Applicant } from '../../domain/application/applicant.ts'
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

/** What happens in a life, working day by working day, counted back from today. */
type Beat = {
  readonly daysAgo: number
  readonly who: 'clerk' | 'reviewer' | 'decider' | 'sealer'
  readonly act: Omit<ApplicationCommand, 'by' | 'at'>
}
type Life = {
  readonly item: number
  readonly applicant: Applicant
  readonly receivedDaysAgo: number
  readonly beats: readonly Beat[]
}

const person = (name: string, identityNumber: string): Applicant => ({
  kind: 'person',
  name,
  identityType: 'id-card',
  identityNumber,
  phone: '13800000000',
  address: '马尔康市示例路 1 号',
  contactName: null,
})
const company = (name: string, identityNumber: string): Applicant => ({
  kind: 'company',
  name,
  identityType: 'credit-code',
  identityNumber,
  phone: '0837-0000000',
  address: '马尔康市示例大道 0 号',
  contactName: '示例经办人',
})

const PERSON = person('张某某', '513201198805120015')
const COMPANY = company('阿坝示例文旅有限公司', '91513200MA0EXAMP1T')
const act = (
  daysAgo: number,
  who: Beat['who'],
  type: ApplicationCommand['type'],
  more: object = {},
): Beat => ({ daysAgo, who, act: { type, ...more } as Beat['act'] })

const accepted = (daysAgo: number) => act(daysAgo, 'clerk', 'AcceptApplication')
const reviewed = (daysAgo: number) =>
  act(daysAgo, 'reviewer', 'RecordReview', {
    outcome: 'pass',
    opinion: '材料齐全，符合条件，建议准予。',
  })
const granted = (daysAgo: number) =>
  act(daysAgo, 'decider', 'DecideApplication', { outcome: 'grant', reason: '' })
const certified = (daysAgo: number) =>
  act(daysAgo, 'reviewer', 'MakeCertificate', { years: 3, until: null, content: '' })
const lettered = (daysAgo: number) =>
  act(daysAgo, 'decider', 'SendSealingLetter', { statements: LETTER_STATEMENTS })
const sealed = (daysAgo: number) => act(daysAgo, 'sealer', 'ApplySeal')

const corrected = (daysAgo: number) =>
  act(daysAgo, 'clerk', 'RequestCorrection', {
    materials: [2],
    text: '场所证明缺出租人签字页，请补齐后提交。',
  })
const paused = (daysAgo: number) =>
  act(daysAgo, 'reviewer', 'BeginProcedure', { kind: 'expert-review', days: 7 })
const issued = (daysAgo: number) =>
  act(daysAgo, 'clerk', 'IssueResult', { way: 'courier', tracking: 'YANSHI0000001' })
const delivered = (daysAgo: number) =>
  act(daysAgo, 'clerk', 'ConfirmDelivery', { proof: 'courier', returned: false, signature: null })
const grantedLife = (acceptedDaysAgo: number) => [
  accepted(acceptedDaysAgo),
  reviewed(acceptedDaysAgo - 1),
  granted(acceptedDaysAgo - 2),
]

/** One at every desk: the list a newcomer walks through. */
const LIVES: readonly Life[] = [
  { item: 36, applicant: COMPANY, receivedDaysAgo: 1, beats: [] },
  { item: 49, applicant: COMPANY, receivedDaysAgo: 4, beats: [] },
  { item: 18, applicant: COMPANY, receivedDaysAgo: 3, beats: [corrected(2)] },
  { item: 40, applicant: COMPANY, receivedDaysAgo: 2, beats: [accepted(1)] },
  { item: 43, applicant: COMPANY, receivedDaysAgo: 11, beats: [accepted(10)] },
  { item: 60, applicant: COMPANY, receivedDaysAgo: 2, beats: [accepted(1)] },
  { item: 24, applicant: COMPANY, receivedDaysAgo: 10, beats: [accepted(9), reviewed(6)] },
  { item: 42, applicant: COMPANY, receivedDaysAgo: 9, beats: [accepted(8), paused(5)] },
  { item: 44, applicant: COMPANY, receivedDaysAgo: 4, beats: [accepted(3), reviewed(2)] },
  { item: 3, applicant: PERSON, receivedDaysAgo: 5, beats: [accepted(4), reviewed(2)] },
  {
    item: 39,
    applicant: COMPANY,
    receivedDaysAgo: 6,
    beats: [accepted(5), reviewed(4), granted(1)],
  },
  {
    item: 28,
    applicant: COMPANY,
    receivedDaysAgo: 6,
    beats: [accepted(5), reviewed(3), granted(1)],
  },
  { item: 71, applicant: COMPANY, receivedDaysAgo: 7, beats: [...grantedLife(6), certified(1)] },
  { item: 40, applicant: COMPANY, receivedDaysAgo: 8, beats: [...grantedLife(7), certified(2)] },
  {
    item: 46,
    applicant: PERSON,
    receivedDaysAgo: 7,
    beats: [...grantedLife(6), certified(2), lettered(1)],
  },
  {
    item: 54,
    applicant: PERSON,
    receivedDaysAgo: 8,
    beats: [...grantedLife(7), certified(3), lettered(2)],
  },
  {
    item: 51,
    applicant: COMPANY,
    receivedDaysAgo: 9,
    beats: [...grantedLife(8), certified(4), lettered(3), sealed(2)],
  },
  {
    item: 36,
    applicant: PERSON,
    receivedDaysAgo: 9,
    beats: [...grantedLife(8), certified(4), lettered(3), sealed(2), issued(1)],
  },
  {
    item: 42,
    applicant: COMPANY,
    receivedDaysAgo: 12,
    beats: [...grantedLife(11), certified(6), lettered(5), sealed(4), issued(2), delivered(1)],
  },
]

/** Plays the lives through the product's own road, each act at its own past hour; answers how many. */
export async function playDemonstrationLives(
  context: ApplicationContext,
  regionCode: number,
  people: readonly CastMember[],
  accounts: ReadonlyMap<string, AccountId>,
): Promise<number> {
  const today = localDateOf(context.clock(regionCode))
  const days = workingDaysBackFrom(today, context)
  for (const life of LIVES)
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
  return LIVES.length
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
