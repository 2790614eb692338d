import { LETTER_STATEMENTS, SPECIAL_PROCEDURES } from '../../application/application.ts'
import type { ApplicationAction, ApplicationCommand } from '../../application/commands.ts'
import type { ApplicationFacts } from '../../application/facts.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Instant } from '../../shared/ids.ts'
import {
  AGENT,
  CITIZEN,
  CLERK,
  CLERK_2,
  DECIDER,
  DECIDER_2,
  GOVERNMENT_HEAD,
  HEAD,
  PARTNER_REVIEWER,
  PARTNER_REVIEWER_2,
  REVIEWER,
  REVIEWER_2,
  SEALER,
  SEALER_2,
  SUPERVISOR,
} from '../actors.ts'
import { EVERY_ORDER, FOUR_YES, GOOD_REASON } from '../orders.ts'

const DEPARTMENT = [REVIEWER, REVIEWER_2, DECIDER, DECIDER_2, HEAD]
const WINDOW = [CLERK, CLERK_2]

type Likely = { readonly weight: number; readonly by: readonly Actor[] }

/** Whose work it usually is, and how often it is what somebody wants to do next. */
export const LIKELY: { readonly [Action in ApplicationAction]: Likely } = {
  ReceiveApplication: { weight: 0, by: WINDOW },
  AcceptApplication: { weight: 8, by: WINDOW },
  SupplyTolerated: { weight: 5, by: [CITIZEN, AGENT, ...WINDOW] },
  RequestTolerated: { weight: 2, by: [...DEPARTMENT, ...WINDOW] },
  CheckCommitment: { weight: 2, by: DEPARTMENT },
  AssessMaterials: { weight: 4, by: WINDOW },
  AttachMaterial: { weight: 1, by: [CITIZEN, AGENT] },
  DeclineApplication: { weight: 1, by: WINDOW },
  RequestCorrection: { weight: 4, by: WINDOW },
  SupplyCorrection: { weight: 9, by: [CITIZEN, AGENT, ...WINDOW] },
  LapseApplication: { weight: 9, by: WINDOW },
  WithdrawApplication: { weight: 0.4, by: [CITIZEN] },
  GoOnAlone: { weight: 3, by: [CITIZEN, CLERK] },
  TerminateApplication: { weight: 0.3, by: [CLERK, HEAD] },
  RecordReview: { weight: 6, by: [...DEPARTMENT, PARTNER_REVIEWER, PARTNER_REVIEWER_2] },
  BeginProcedure: { weight: 2, by: DEPARTMENT },
  EndProcedure: { weight: 9, by: DEPARTMENT },
  ExtendDeadline: { weight: 2, by: [HEAD, GOVERNMENT_HEAD] },
  SettleFee: { weight: 1, by: DEPARTMENT },
  DecideApplication: { weight: 12, by: [DECIDER, DECIDER_2, HEAD] },
  MakeCertificate: { weight: 8, by: DEPARTMENT },
  SendSealingLetter: { weight: 12, by: [DECIDER, DECIDER_2, HEAD] },
  ReturnSealingLetter: { weight: 4, by: [SEALER, SEALER_2] },
  ApplySeal: { weight: 16, by: [SEALER, SEALER_2, HEAD, REVIEWER_2] },
  ReceiveProvincialResult: { weight: 8, by: [CLERK, REVIEWER] },
  NotifyPickup: { weight: 2, by: WINDOW },
  IssueResult: { weight: 12, by: WINDOW },
  ConfirmDelivery: { weight: 12, by: WINDOW },
  ArchiveApplication: { weight: 12, by: DEPARTMENT },
  RevokeCertificate: { weight: 0.6, by: [HEAD, DECIDER] },
  RateService: { weight: 2, by: [CITIZEN] },
  FollowUpRating: { weight: 3, by: [SUPERVISOR] },
  ExplainCard: { weight: 2, by: [CLERK, SEALER, HEAD] },
  CloseCard: { weight: 3, by: [SUPERVISOR] },
  ApplyLaw: { weight: 0, by: [] },
}

/** Takes one of so many; a life draws all its choices from one seed. */
export type Draw = (choices: number) => number
type Filling = (draw: Draw, facts: ApplicationFacts) => object

const one = <Value>(draw: Draw, values: readonly Value[]): Value => {
  const value = values[draw(values.length)]
  if (value === undefined) throw new Error('Nothing to choose from')
  return value
}
const some = (draw: Draw, values: readonly number[]): number[] => {
  const chosen = values.filter(() => draw(2) === 0)
  return chosen.length > 0 ? chosen : [one(draw, values)]
}
const mostly = (draw: Draw): boolean => draw(6) > 0
const reason = (draw: Draw): string => (mostly(draw) ? GOOD_REASON : '不行')

/** Some of its materials may follow. */
const isLenient = (guide: ApplicationFacts['guide']): boolean =>
  guide?.materials.some(({ tolerableDays }) => tolerableDays !== null) ?? false

/** What people fill in: mostly sense, now and then nonsense. */
const FILLINGS: { readonly [Action in ApplicationAction]?: Filling } = {
  ReceiveApplication: (draw, { renewed, guide }) => ({
    channel: one(draw, ['window', 'portal', 'kiosk', 'post', 'agent']),
    materials:
      draw(isLenient(guide) ? 6 : 3) > 0 && !(isLenient(guide) && mostly(draw))
        ? {}
        : {
            2: one(draw, ['missing', 'defective']),
            3: isLenient(guide) || draw(20) === 0 ? one(draw, ['held', 'promised']) : 'held',
          },
    insist: mostly(draw),
    renews: renewed?.applicationId ?? null,
  }),
  AcceptApplication: (draw, { guide }) =>
    isLenient(guide) && mostly(draw) ? { tolerated: mostly(draw) ? [2] : [1, 2] } : {},
  SupplyTolerated: (draw) => ({ materials: mostly(draw) ? [2] : some(draw, [1, 2, 7]) }),
  CheckCommitment: (draw) => ({ material: mostly(draw) ? 3 : draw(5), kept: mostly(draw) }),
  AssessMaterials: (draw) => ({
    materials: mostly(draw) ? { 1: 'held', 2: 'held', 3: 'held' } : { [draw(5)]: 'defective' },
    checks: { ...FOUR_YES, legalForm: mostly(draw) },
  }),
  AttachMaterial: (draw) => ({ material: draw(5) }),
  DeclineApplication: (draw) => ({
    ground: one(draw, [
      'licence-not-required',
      'out-of-jurisdiction',
      'false-material',
      'not-corrected',
      'not-corrected',
    ]),
  }),
  RequestCorrection: (draw) => ({ materials: some(draw, mostly(draw) ? [1, 2, 3] : [2, 7]) }),
  SupplyCorrection: (draw) => ({ materials: mostly(draw) ? [1, 2, 3] : some(draw, [1, 2, 7]) }),
  RecordReview: (draw) => ({ outcome: one(draw, ['pass', 'fail']) }),
  BeginProcedure: (draw) => ({
    kind: mostly(draw) ? one(draw, SPECIAL_PROCEDURES) : 'site-visit',
    days: 1 + draw(30),
  }),
  SettleFee: (draw) => ({ amount: one(draw, [50, 100, 100, 120]), exempt: draw(8) === 0 }),
  DecideApplication: (draw) => ({
    outcome: draw(4) === 0 ? 'refuse' : 'grant',
    reason: reason(draw),
  }),
  MakeCertificate: (draw) => ({ years: one(draw, [null, 1, 5]), content: `内容${draw(3)}` }),
  SendSealingLetter: (draw) => ({
    statements: mostly(draw) ? LETTER_STATEMENTS : LETTER_STATEMENTS.slice(draw(4)),
  }),
  IssueResult: (draw) => ({ way: one(draw, ['pickup', 'courier']) }),
  ConfirmDelivery: (draw) => ({
    proof: one(draw, ['signature', 'signature', 'courier', null]),
    returned: draw(5) === 0,
  }),
  RevokeCertificate: (draw) => ({ kind: one(draw, ['penalty', 'withdrawn', 'annulled']) }),
  RateService: (draw) => ({ grade: 1 + draw(5) }),
  FollowUpRating: (draw) => ({ outcome: one(draw, ['contacted', 'hard', 'fixed', 'satisfied']) }),
  ExplainCard: (draw) => ({ rule: mostly(draw) ? null : 'step-overrun' }),
  CloseCard: (draw) => ({ accept: mostly(draw) }),
}

export function randomCommand(
  action: ApplicationAction,
  by: Actor,
  moment: Instant,
  draw: Draw,
  facts: ApplicationFacts,
): ApplicationCommand {
  const filled = FILLINGS[action]?.(draw, facts) ?? {}
  const command: ApplicationCommand = EVERY_ORDER[action]('2026-03-02T09:00')
  return { ...command, ...filled, by, at: moment } as ApplicationCommand
}
