import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import { THE_LAW } from '../shared/actor.ts'
import type { Actor } from '../shared/actor.ts'
import { localDateOf } from '../shared/local-date.ts'
import {
  AGENT,
  AUDIT_ADMIN,
  CATALOGUE_CONFIRMER,
  CATALOGUE_EDITOR,
  CITIZEN,
  CLERK,
  CLERK_2,
  DECIDER,
  DECIDER_2,
  GOVERNMENT_HEAD,
  HEAD,
  OTHER_CITIZEN,
  OTHER_HEAD,
  OTHER_REVIEWER,
  PARTNER_REVIEWER,
  PARTNER_REVIEWER_2,
  REVIEWER,
  REVIEWER_2,
  SEALER,
  SECURITY_ADMIN,
  SUPERVISOR,
  SYSTEM_ADMIN,
} from '../testing/actors.ts'
import { AT_ONCE, at, factsWith, JOINT, OUTSIDE_SAFETY } from '../testing/build.ts'
import { lived, lodged } from '../testing/live.ts'
import { accept, grant, receive, review } from '../testing/orders.ts'
import { COMMAND_NAME, type ApplicationAction } from './commands.ts'
import { refusalOfPerson } from './permissions.ts'

/** A joint, committed item: received by clerk 1, reviewed by reviewer 1 and the partners, decided by decider 1. */
const FACTS = factsWith(ABA_CALENDAR, JOINT)
const APPLICATION = lodged(
  lived(
    FACTS,
    receive('2026-03-02T09:00'),
    accept('2026-03-02T10:00'),
    review('2026-03-03T09:00'),
    review('2026-03-03T10:00', { by: PARTNER_REVIEWER }),
    review('2026-03-03T11:00', { by: PARTNER_REVIEWER_2 }),
    grant('2026-03-04T09:00'),
  ),
)
const MOMENT = at('2026-03-05T09:00')

const PEOPLE: readonly (readonly [string, Actor])[] = [
  ['the clerk who received it', CLERK],
  ['another clerk', CLERK_2],
  ['an accompanying agent', AGENT],
  ['the applicant', CITIZEN],
  ['another citizen', OTHER_CITIZEN],
  ['the reviewer who reviewed it', REVIEWER],
  ['another reviewer of the department', REVIEWER_2],
  ['the decider who decided it', DECIDER],
  ['another decider of the department', DECIDER_2],
  ['the department’s head', HEAD],
  ['a partner’s reviewer', PARTNER_REVIEWER],
  ['another department’s reviewer', OTHER_REVIEWER],
  ['another department’s head', OTHER_HEAD],
  ['the government’s head', GOVERNMENT_HEAD],
  ['a seal keeper', SEALER],
  ['a supervisor', SUPERVISOR],
  ['the system administrator', SYSTEM_ADMIN],
  ['the security administrator', SECURITY_ADMIN],
  ['the audit administrator', AUDIT_ADMIN],
  ['an editor of the catalogue, of the department', CATALOGUE_EDITOR],
  ['a confirmer of the catalogue', CATALOGUE_CONFIRMER],
  ['the law', THE_LAW],
]

const LETTERS: Readonly<Record<string, string>> = {
  '+': 'may',
  A: 'not-your-application',
  W: 'only-the-window-accepts',
  S: 'separation-of-duties',
  D: 'not-your-department',
  P: 'not-permitted',
}

/**
 * One letter a person, in the order above: clerks, agent | applicants | department (reviewers, deciders, head) |
 * partner, other department | government, Bureau, supervisor | administrators | editor, confirmer of the catalogue |
 * the law.
 */
const TABLE: Readonly<Record<Exclude<ApplicationAction, 'ReceiveApplication'>, string>> = {
  AcceptApplication: '++P PA WWWWW WWW PPS PPP WP P',
  AssessMaterials: '++P PA PPPPP PPP PPS PPP PP P',
  AttachMaterial: '+++ +A PPPPP PPP PPS PPP PP P',
  DeclineApplication: '++P PA PPPPP PPP PPS PPP PP P',
  RequestCorrection: '++P PA PPPPP PPP PPS PPP PP P',
  SupplyCorrection: '+++ +A PPPPP PPP PPS PPP PP P',
  SupplyTolerated: '+++ +A PPPPP PPP PPS PPP PP P',
  RequestTolerated: '++P PA +++++ DDD PPS PPP PP P',
  CheckCommitment: 'DDD DA +++++ DDD DDS DDD PD P',
  LapseApplication: '++P PA PPPPP PPP PPS PPP PP P',
  WithdrawApplication: '++P +A PPPPP PPP PPS PPP PP P',
  GoOnAlone: '++P +A PPPPP PPP PPS PPP PP P',
  TerminateApplication: '++P PA +++++ DDD PPS PPP PP P',
  RecordReview: 'SDD DA +++++ +DD DDS DDD PD P',
  BeginProcedure: 'DDD DA +++++ DDD DDS DDD PD P',
  EndProcedure: 'DDD DA +++++ DDD DDS DDD PD P',
  ExtendDeadline: 'PPP PA +++++ DDD +PS PPP PP P',
  SettleFee: 'DDD DA +++++ DDD DDS DDD PD P',
  DecideApplication: 'SDD DA SP+++ SDD DDS DDD PD P',
  MakeCertificate: 'DDD DA +++++ DDD DDS DDD PD P',
  SendSealingLetter: 'DDD DA PP+++ DDD DDS DDD PD P',
  ReturnSealingLetter: 'PPP PA PPPPP PPP P+S PPP PP P',
  ApplySeal: 'SPP PA SPSPP SPP P+S PPP PP P',
  ReceiveProvincialResult: '++P PA +++++ DDD PPS PPP PP P',
  NotifyPickup: '++P PA PPPPP PPP PPS PPP PP P',
  IssueResult: '++P PA PPPPP PPP PPS PPP PP P',
  ConfirmDelivery: '++P PA PPPPP PPP PPS PPP PP P',
  ArchiveApplication: 'DDD DA +++++ DDD DDS DDD PD P',
  RevokeCertificate: 'DDD DA +++++ DDD DDS DDD PD P',
  RateService: 'PPP +A PPPPP PPP PPS PPP PP P',
  FollowUpRating: 'PPP PA PPPPP PPP PP+ PPP PP P',
  ExplainCard: '++P PA +++++ +DD P+S PPP PP P',
  CloseCard: 'PPP PA PPPPP PPP PP+ PPP PP P',
  ApplyLaw: 'PPP PA PPPPP PPP PPS PPP PP +',
}

const answerTo = (
  action: ApplicationAction,
  by: Actor,
  facts = FACTS,
  application = APPLICATION,
): string =>
  refusalOfPerson(action, application, { by, at: MOMENT, today: localDateOf(MOMENT), facts })
    ?.code ?? 'may'

describe.each(Object.entries(TABLE) as [ApplicationAction, string][])('%s', (action, row) => {
  const letters = Array.from(row.replaceAll(' ', ''))

  test.each(PEOPLE.map(([who, by], index) => ({ who, by, answer: LETTERS[letters[index] ?? ''] })))(
    `${COMMAND_NAME[action]} by $who: $answer`,
    ({ by, answer }) => {
      expect(answerTo(action, by)).toBe(answer)
    },
  )

  test('answers for everybody', () => {
    expect(letters).toHaveLength(PEOPLE.length)
  })
})

describe('where the duties differ', () => {
  const atOnce = factsWith(ABA_CALENDAR, AT_ONCE)
  const own = factsWith(ABA_CALENDAR, OUTSIDE_SAFETY)

  test('an item done on the spot may be decided by its reviewer', () => {
    const alone = lodged(
      lived(
        atOnce,
        receive('2026-03-02T09:00'),
        accept('2026-03-02T10:00'),
        review('2026-03-03T09:00', { by: HEAD }),
      ),
    )
    expect(answerTo('DecideApplication', HEAD, atOnce, alone)).toBe('may')
    expect(answerTo('DecideApplication', HEAD, FACTS, alone)).toBe('separation-of-duties')
  })

  test('an item outside the unified seal is sealed by its department, not by the Bureau', () => {
    const people = [REVIEWER, REVIEWER_2, DECIDER, HEAD, OTHER_HEAD, SEALER, CLERK]
    expect(people.map((by) => answerTo('ApplySeal', by, own))).toEqual([
      'separation-of-duties',
      'may',
      'separation-of-duties',
      'may',
      'not-your-department',
      'not-permitted',
      'separation-of-duties',
    ])
  })

  test('a partner department explains the cards of a joint application only', () => {
    const single = { ...APPLICATION, partnerIds: [] }
    expect(answerTo('ExplainCard', PARTNER_REVIEWER)).toBe('may')
    expect(answerTo('ExplainCard', PARTNER_REVIEWER, FACTS, single)).toBe('not-your-department')
  })

  test('another clerk may have what one clerk received', () => {
    expect(answerTo('IssueResult', CLERK_2)).toBe('may')
  })
})
