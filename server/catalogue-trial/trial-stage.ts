import type { ApplicationCommand, CommandName } from '../../domain/application/commands.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { Actor } from '../../domain/shared/actor.ts'

/** A command as somebody of the trial's cast gives it; who and when are added. */
export type TrialCommand = { readonly type: ApplicationCommand['type'] } & Readonly<
  Record<string, unknown>
>

export type Given = { readonly ok: true } | { readonly ok: false; readonly sentence: string }

/** A procedure that counts for nothing, in a database of its own that is dropped afterwards. */
export type TrialStage = {
  readonly give: (applicationId: string, by: Actor, command: TrialCommand) => Promise<Given>
  /** What that person could do now. */
  readonly possible: (applicationId: string, by: Actor) => Promise<readonly CommandName[]>
  /** Typesets every paper of the application; answers the titles of those that failed, with why. */
  readonly print: (applicationId: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** The item under that guide and that form and no other, on the guide's first day. */
export type OpenTrialStage = (trial: {
  readonly item: ServiceItem
  readonly guide: ServiceGuide
  readonly form: FormDefinition | null
}) => Promise<TrialStage>
