import { localDateOf } from '../shared/local-date.ts'
import { forbidden } from '../shared/outcome.ts'
import type { Act, CommandOf, Decision } from './act.ts'
import { ACTS, type LodgedAction } from './acts.ts'
import type { Application, LodgedApplication } from './application.ts'
import type { ApplicationCommand } from './commands.ts'
import type { ApplicationFacts, Situation } from './facts.ts'
import { receiveApplication } from './intake/receive-application.ts'
import { refusalOf } from './refusal.ts'

/** Command and state in, events or a refusal out: the one door to every rule of an application's life. */
export function decide(
  command: ApplicationCommand,
  application: Application,
  facts: ApplicationFacts,
): Decision {
  const situation: Situation = {
    by: command.by,
    at: command.at,
    today: localDateOf(command.at),
    facts,
  }
  if (command.type === 'ReceiveApplication')
    return application.status === 'not-lodged'
      ? receiveApplication(command, situation)
      : forbidden({ code: 'already-lodged' })
  if (application.status === 'not-lodged')
    return forbidden({
      code: 'action-not-allowed',
      action: command.type,
      status: application.status,
    })
  return decideLodged(command.type, command, application, situation)
}

function decideLodged<Action extends LodgedAction>(
  action: Action,
  command: CommandOf<Action>,
  application: LodgedApplication,
  situation: Situation,
): Decision {
  const violation = refusalOf(action, application, situation)
  if (violation !== null) return forbidden(violation)
  const act: Act<Action> = ACTS[action]
  return act.decide(command, application, situation)
}
