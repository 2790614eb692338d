import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import { HEAD, OTHER_CITIZEN, SEALER_2 } from '../testing/actors.ts'
import { at, factsWith } from '../testing/build.ts'
import { lifeTo, lodged, STATUSES } from '../testing/live.ts'
import { EVERY_ORDER } from '../testing/orders.ts'
import { isAllowed, nextActionsOf } from './allowed-actions.ts'
import { STATUS_NAME } from './status-names.ts'
import { COMMAND_NAME, type ApplicationAction } from './commands.ts'
import { decide } from './decide.ts'
import { possibleCommands } from './possible-actions.ts'

const FACTS = factsWith(ABA_CALENDAR)
/** After everything that these lives did, before anything falls due. */
const MOMENT = at('2026-03-09T16:00')

const COLUMNS = [
  'received',
  'awaiting-correction',
  'accepted',
  'in-review',
  'granted',
  'certified',
  'lettered',
  'sealed',
  'refused',
  'issued',
  'delivered',
  'archived',
  'declined',
  'withdrawn',
  'lapsed',
  'terminated',
] as const

const ANSWERS: Readonly<Record<string, string>> = {
  '+': 'done',
  '.': 'action-not-allowed',
  d: 'already-decided',
  s: 'not-sealed',
  l: 'no-limit-to-correct',
  m: 'letter-missing',
  n: 'nothing-to-answer',
  w: 'bundle-nothing-ended',
  r: 'already-lodged',
}

/**
 * What each command gets in each status, by the person whose work it is: intake (received, awaiting correction) |
 * department (accepted, in review) | making (granted, certified, lettered) | handing out (sealed, refused, issued,
 * delivered, archived) | ended (declined, withdrawn, lapsed, terminated).
 */
const TABLE: Readonly<Record<ApplicationAction, string>> = {
  ReceiveApplication: 'rr rr rrr rrrrr rrrr',
  AcceptApplication: '+. .. ... ..... ....',
  AssessMaterials: '+. .. ... ..... ....',
  AttachMaterial: '++ .. ... ..... ....',
  DeclineApplication: '++ .. ... ..... ....',
  RequestCorrection: '+. .. ... ..... ....',
  SupplyCorrection: '.+ .. ... ..... ....',
  SupplyTolerated: '.. .. ... ..... ....',
  RequestTolerated: '.. .. ... ..... ....',
  CheckCommitment: '.. .. ... ..... ....',
  LapseApplication: '.l .. ... ..... ....',
  WithdrawApplication: '++ ++ ddd ddddd ....',
  GoOnAlone: 'ww ww ... ..... ....',
  TerminateApplication: '++ ++ ... ..... ....',
  RecordReview: '.. ++ ... ..... ....',
  BeginProcedure: '.. ++ ... ..... ....',
  EndProcedure: '.. .. ... ..... ....',
  ExtendDeadline: '.. ++ ... ..... ....',
  SettleFee: '.. ++ +.. ..... ....',
  DecideApplication: '.. .+ ... ..... ....',
  MakeCertificate: '.. .. +++ ..... ....',
  SendSealingLetter: '.. .. .+. ..... ....',
  ReturnSealingLetter: '.. .. ..+ ..... ....',
  ApplySeal: '.. .. .m+ ..... ....',
  ReceiveProvincialResult: '.. .. ... ..... ....',
  NotifyPickup: '.. .. ... ++... ....',
  IssueResult: '.. .. sss ++... ....',
  ConfirmDelivery: '.. .. ... ..+.. ....',
  ArchiveApplication: '.. .. ... ...+. ....',
  RevokeCertificate: '.. .. ... +.+++ ....',
  RateService: '++ ++ +++ +++++ ++++',
  FollowUpRating: 'nn nn nnn nnnnn nnnn',
  ExplainCard: 'nn nn nnn nnnnn nnnn',
  CloseCard: 'nn nn nnn nnnnn nnnn',
  ApplyLaw: '++ ++ +++ +++++ ++++',
}

describe.each(COLUMNS.map((status, index) => ({ status, index })))(
  'while $status',
  ({ status, index }) => {
    const application = lodged(lifeTo(status, FACTS))

    test.each(
      Object.entries(TABLE).map(([action, row]) => ({
        action: action as ApplicationAction,
        answer: ANSWERS[row.replaceAll(' ', '')[index] ?? ''],
      })),
    )('$action: $answer', ({ action, answer }) => {
      const order = EVERY_ORDER[action]
      const outcome = decide({ ...order('2026-03-09T16:00'), at: MOMENT }, application, FACTS)
      expect(outcome.ok ? 'done' : outcome.violation.code).toBe(answer)
    })
  },
)

describe('the table of the procedure', () => {
  test('is about every status', () => {
    expect([...COLUMNS].toSorted()).toEqual([...STATUSES].toSorted())
    const { 'not-lodged': _, ...names } = STATUS_NAME
    expect([...COLUMNS].toSorted()).toEqual(Object.keys(names).toSorted())
  })

  test('an ended application has no next act, only its ratings and cards', () => {
    for (const status of ['declined', 'withdrawn', 'lapsed', 'terminated'] as const) {
      expect(nextActionsOf(status)).toEqual([])
      expect([isAllowed('ExplainCard', status), isAllowed('SettleFee', status)]).toEqual([
        true,
        false,
      ])
    }
  })

  test('before receipt there is nothing but receipt', () => {
    const allowed = (Object.keys(COMMAND_NAME) as ApplicationAction[]).filter((action) =>
      isAllowed(action, 'not-lodged'),
    )
    expect(allowed).toEqual(['ReceiveApplication'])
  })
})

describe('what is offered', () => {
  const offered = (status: (typeof COLUMNS)[number], by: typeof HEAD): readonly string[] => {
    const today = '2026-03-09' as Parameters<typeof possibleCommands>[1]['today']
    return possibleCommands(lodged(lifeTo(status, FACTS)), { by, at: MOMENT, today, facts: FACTS })
  }

  test('to the head of the department while it is reviewed', () => {
    expect(offered('in-review', HEAD)).toEqual([
      'terminate',
      'review',
      'begin-procedure',
      'extend',
      'settle-fee',
      'decide',
    ])
  })

  test('to a seal keeper: nothing before the letter, then seal or return', () => {
    expect(offered('certified', SEALER_2)).toEqual([])
    expect(offered('lettered', SEALER_2)).toEqual(['return-letter', 'seal'])
  })

  test('to a stranger: nothing ever', () => {
    for (const status of COLUMNS) expect(offered(status, OTHER_CITIZEN)).toEqual([])
  })
})
