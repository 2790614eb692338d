import type { ApplicationCommandName } from '../../contract/application-commands.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { CastName } from './cast.ts'
import type { Expectation } from './expectation.ts'
import type { PlayCommand } from './procedure-commands.ts'
import type { ReceiveFields, SealModeFields, TamperFields } from './step-commands.ts'

/** What a step does; `see` looks and does nothing. */
export type StepAct =
  | { readonly kind: 'see' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'receive'; readonly fields: ReceiveFields }
  | { readonly kind: 'confirm-seal-mode'; readonly fields: SealModeFields }
  | { readonly kind: 'tamper'; readonly fields: TamperFields }
  | {
      readonly kind: 'command'
      readonly name: ApplicationCommandName
      readonly play: PlayCommand
    }

export type Step = {
  /** From 1. */
  readonly number: number
  /** The clock moves forward to here first; null: on to the next moment. */
  readonly at: Instant | null
  readonly as: CastName | null
  /** The command's name, or `see`. */
  readonly name: string
  /** A name of the file's own. */
  readonly application: string | null
  readonly act: StepAct
  readonly expect: Expectation
}

/** One script of what people at a centre do, when, and what must come of it. */
export type Scenario = {
  readonly file: string
  readonly title: string
  readonly now: Instant
  readonly steps: readonly Step[]
}

/** Why a file cannot be played, and what to do about it. */
export type FileFault = { readonly file: string; readonly line: number; readonly message: string }

export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: readonly FileFault[] }
