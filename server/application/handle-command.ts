import type { CommandReply } from '../../contract/application-commands.ts'
import type { ApplicationCommand } from '../../domain/application/commands.ts'
import { COMMAND_NAME } from '../../domain/application/commands.ts'
import { decide } from '../../domain/application/decide.ts'
import type { LockerCollection } from '../../domain/application/issuance/locker-collection.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { ViolationCode, Violation } from '../../domain/application/violations.ts'
import { happened, step } from '../database/observe.ts'
import { withRetry } from '../database/with-retry.ts'
import type { ApplicationContext, Commander } from './application-context.ts'
import { letTheLawGoFirst } from './apply-law.ts'
import { awaitedBy } from './awaited-by.ts'
import { factsOf } from './facts-of.ts'
import { mandateFor } from './mandate-for.ts'
import { loadApplication, type LoadedApplication } from './load-application.ts'
import { recordCommand } from './record-command.ts'

export type CommandRequest = {
  readonly regionCode: number
  readonly applicationId: string
  readonly commandId: string
  /** The version the person was looking at; 0 for receipt. */
  readonly expectedVersion: number
  readonly commander: Commander
  readonly command: ApplicationCommand
  /** A fact beside the command: a locker opened for the applicant. */
  readonly lockerCollection?: LockerCollection
}

export type CommandRefusal =
  | Violation
  | { readonly code: 'changed-meanwhile'; readonly version: number }
  | { readonly code: 'application-not-found' }
  | { readonly code: 'unknown-item' }
  | { readonly code: 'command-id-reused' }

export type CommandOutcome =
  | { readonly ok: true; readonly reply: CommandReply }
  | { readonly ok: false; readonly violation: CommandRefusal }

/** Refusals of the person come before `changed-meanwhile`: a stranger learns nothing about versions. */
const ABOUT_THE_PERSON: readonly ViolationCode[] = [
  'not-your-application',
  'only-the-window-accepts',
  'separation-of-duties',
  'not-your-department',
  'not-permitted',
]
/** What turns on how the other parts of a bundle stand. */
const TURNING_ON_OTHERS: readonly ApplicationCommand['type'][] = ['DecideApplication', 'GoOnAlone']
const MOST_ATTEMPTS = 30

/**
 * The one road every command takes, in two round trips: load, decide, record. Sent twice it is one command; a chain that
 * moved by a mere record (a signed notice, a card) is simply tried again. A database gone for seconds is waited for.
 */
export async function handleCommand(
  context: ApplicationContext,
  request: CommandRequest,
): Promise<CommandOutcome> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const outcome = await withRetry(() => attemptCommand(context, request))
    if (outcome !== 'moved') {
      const name = COMMAND_NAME[request.command.type]
      happened('command', name, outcome.ok ? 'done' : outcome.violation.code)
      return outcome
    }
  }
  throw new Error('The chain moved under every attempt')
}

async function attemptCommand(
  context: ApplicationContext,
  request: CommandRequest,
): Promise<CommandOutcome | 'moved'> {
  const { regionCode, applicationId, commandId, command, commander } = request
  const target = targetOf(command)
  const loaded = await loadApplication(context.db, {
    regionCode,
    applicationId,
    commandId,
    ...target,
  })
  const answered = answeredBefore(context, request, loaded)
  if (answered !== null) return answered
  const moment = { regionCode, applicationId, loaded, until: command.at }
  if (await letTheLawGoFirst(context, moment)) return 'moved'

  const { reference, forms } = context
  const { standing } = commander
  const mandate = await mandateFor(context, request, loaded)
  const awaitedResults = TURNING_ON_OTHERS.includes(command.type)
    ? await awaitedBy(context, regionCode, loaded.application)
    : []
  const facts = factsOf({
    reference,
    forms,
    mandate,
    awaitedResults,
    lockerCollection: request.lockerCollection,
    loaded,
    ...target,
    standing,
    now: command.at,
  })
  const decision = step('decide', () => decide(command, loaded.application, facts))
  if (!decision.ok && ABOUT_THE_PERSON.includes(decision.violation.code)) return decision
  const isRefusedReceipt = command.type === 'ReceiveApplication' && !decision.ok
  if (loaded.head.version !== request.expectedVersion && !isRefusedReceipt)
    return refuse({ code: 'changed-meanwhile', version: loaded.head.version })
  if (!decision.ok) return decision

  const recorded = await recordCommand(context, {
    regionCode,
    applicationId,
    commandId,
    name: COMMAND_NAME[command.type],
    commander,
    loaded,
    facts,
    events: decision.events,
    recordedAt: recordedAtOf(command),
    reservedNumber: reservedNumberOf(command),
  })
  if (recorded.outcome === 'moved') return 'moved'
  context.onCommit(regionCode)
  return { ok: true, reply: recorded.reply }
}

/** What was received while the server was out of reach happened before it is recorded. */
function recordedAtOf(command: ApplicationCommand): Instant {
  return command.type === 'ReceiveApplication'
    ? (command.offline?.mergedAt ?? command.at)
    : command.at
}

function reservedNumberOf(command: ApplicationCommand): string | null {
  if (command.type !== 'ReceiveApplication' || command.offline?.keepsNumber !== true) return null
  return command.offline.printedNumber
}

/** Receipt names an item, perhaps a certificate to renew; every other command finds both with the application. */
function targetOf(command: ApplicationCommand): { itemId: string; renews: string | null } {
  return command.type === 'ReceiveApplication'
    ? { itemId: command.itemId, renews: command.renews }
    : { itemId: '', renews: null }
}

/** What needs no rule: a command seen before, an application or item that does not exist. */
function answeredBefore(
  { reference }: ApplicationContext,
  { applicationId, command, commander }: CommandRequest,
  { seen, application }: LoadedApplication,
): CommandOutcome | null {
  if (seen !== null) {
    const isTheSame =
      seen.accountId === commander.actor.accountId && seen.reply.applicationId === applicationId
    return isTheSame ? { ok: true, reply: seen.reply } : refuse({ code: 'command-id-reused' })
  }
  if (command.type === 'ReceiveApplication')
    return reference.findItem(command.itemId) === undefined
      ? refuse({ code: 'unknown-item' })
      : null
  return application.status === 'not-lodged' ? refuse({ code: 'application-not-found' }) : null
}

function refuse(violation: CommandRefusal): CommandOutcome {
  return { ok: false, violation }
}
