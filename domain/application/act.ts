import type { Outcome } from '../shared/outcome.ts'
import type { LodgedApplication, Lodged } from './application.ts'
import type { ApplicationAction, ApplicationCommand } from './commands.ts'
import type { ApplicationEvent } from './events.ts'
import type { Situation } from './facts.ts'
import type { Violation } from './violations.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'

export type CommandOf<Action extends ApplicationAction> = Extract<
  ApplicationCommand,
  { readonly type: Action }
>
export type Decision = Outcome<ApplicationEvent, Violation>

/**
 * One legal act. `guard` says whether it is possible at all here and now, whatever the person fills in: buttons and
 * `possible` come from it. `decide` adds what depends on the command.
 */
export type Act<Action extends ApplicationAction> = {
  readonly guard?: (application: LodgedApplication, situation: Situation) => Violation | null
  readonly decide: (
    command: CommandOf<Action>,
    application: LodgedApplication,
    situation: Situation,
  ) => Decision
}

/** A part that the status promises; its absence is a bug, not a refusal. */
export function partOf<Part extends keyof Lodged>(
  application: LodgedApplication,
  part: Part,
): NonNullable<Lodged[Part]> {
  const value: Lodged[Part] = application[part]
  if (value === null || value === undefined)
    throw new Error(`A ${application.status} application has no ${part}`)
  return value
}

/** Every lodged application was received under a published guide. */
export function guideOf(situation: Situation): ServiceGuide {
  if (situation.facts.guide === null)
    throw new Error('The guide of a lodged application is always known')
  return situation.facts.guide
}
