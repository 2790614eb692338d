import type { z } from 'zod'
import type {
  applicationCommands,
  ApplicationCommandName,
} from '../../contract/application-commands.ts'
import type { ApplicationCommand, ApplicationAction } from '../../domain/application/commands.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Instant } from '../../domain/shared/ids.ts'

type Body<Name extends ApplicationCommandName> = z.output<
  (typeof applicationCommands)[Name]['body']
>
type Data<Action extends ApplicationAction> = Omit<
  Extract<ApplicationCommand, { type: Action }>,
  'by' | 'at'
>
type Translations = {
  readonly [Name in ApplicationCommandName]: (body: Body<Name>) => Data<ApplicationAction>
}

/** From the wire to the domain: one line a command. */
const TO_COMMAND: Translations = {
  accept: ({ tolerated }) => ({
    type: 'AcceptApplication',
    ...(tolerated === undefined ? {} : { tolerated }),
  }),
  'supply-tolerated': ({ materials }) => ({ type: 'SupplyTolerated', materials }),
  'request-tolerated': ({ text }) => ({ type: 'RequestTolerated', text }),
  'check-commitment': ({ material, kept, finding }) => ({
    type: 'CheckCommitment',
    material,
    kept,
    finding,
  }),
  assess: ({ materials, checks, notes }) => ({ type: 'AssessMaterials', materials, checks, notes }),
  decline: ({ ground, text }) => ({ type: 'DeclineApplication', ground, text }),
  'request-correction': ({ materials, text }) => ({ type: 'RequestCorrection', materials, text }),
  'supply-correction': ({ materials }) => ({ type: 'SupplyCorrection', materials }),
  lapse: ({ reason }) => ({ type: 'LapseApplication', reason }),
  withdraw: ({ reason }) => ({ type: 'WithdrawApplication', reason }),
  'go-on-alone': ({ reason }) => ({ type: 'GoOnAlone', reason }),
  terminate: ({ reason, ground }) => ({
    type: 'TerminateApplication',
    reason,
    ...(ground === undefined ? {} : { ground }),
  }),
  review: ({ outcome, opinion }) => ({ type: 'RecordReview', outcome, opinion }),
  'begin-procedure': ({ kind, days }) => ({ type: 'BeginProcedure', kind, days }),
  'end-procedure': () => ({ type: 'EndProcedure' }),
  extend: ({ reason }) => ({ type: 'ExtendDeadline', reason }),
  'settle-fee': ({ amount, exempt }) => ({ type: 'SettleFee', amount, exempt }),
  decide: ({ outcome, reason }) => ({ type: 'DecideApplication', outcome, reason }),
  'make-certificate': ({ years, until, content }) => ({
    type: 'MakeCertificate',
    years,
    until,
    content,
  }),
  'send-letter': ({ statements }) => ({ type: 'SendSealingLetter', statements }),
  'return-letter': ({ reason }) => ({ type: 'ReturnSealingLetter', reason }),
  seal: () => ({ type: 'ApplySeal' }),
  'receive-provincial-result': ({ certificateNumber, until }) => ({
    type: 'ReceiveProvincialResult',
    certificateNumber,
    until,
  }),
  'notify-pickup': () => ({ type: 'NotifyPickup' }),
  issue: ({ by, tracking }) => ({ type: 'IssueResult', way: by, tracking }),
  'confirm-delivery': ({ proof, returned, signature }) => ({
    type: 'ConfirmDelivery',
    proof,
    returned,
    signature,
  }),
  archive: () => ({ type: 'ArchiveApplication' }),
  revoke: ({ kind, reason }) => ({ type: 'RevokeCertificate', kind, reason }),
  rate: ({ grade, text }) => ({ type: 'RateService', grade, text }),
  'follow-up': ({ outcome, text }) => ({ type: 'FollowUpRating', outcome, text }),
  'explain-card': ({ rule, text }) => ({ type: 'ExplainCard', rule, text }),
  'close-card': ({ rule, accept, text }) => ({ type: 'CloseCard', rule, accept, text }),
}

export function toCommand<Name extends ApplicationCommandName>(
  name: Name,
  body: Body<Name>,
  by: Actor,
  at: Instant,
): ApplicationCommand {
  const translate: (body: Body<Name>) => Data<ApplicationAction> = TO_COMMAND[name]
  return { ...translate(body), by, at } as ApplicationCommand
}
