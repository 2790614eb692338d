import { expect } from 'vitest'
import type { Decision } from '../application/act.ts'
import type { ApplicationStatus, LodgedApplication } from '../application/application.ts'
import type { ApplicationCommand } from '../application/commands.ts'
import { decide } from '../application/decide.ts'
import type { ApplicationEventType } from '../application/events.ts'
import { applicationFrom } from '../application/evolve.ts'
import type { ApplicationFacts } from '../application/facts.ts'
import type { Violation, ViolationCode } from '../application/violations.ts'
import { byLawUntil, lodged, type History } from './live.ts'

/** The type, and of its fields those that matter to the rule. */
export type Happening = { readonly type: ApplicationEventType } & Readonly<Record<string, unknown>>

export type Then = {
  readonly outcome: Decision
  /** Exactly these events, in this order, each by the person and at the moment of the command. */
  readonly thenEvents: (happenings: readonly Happening[]) => void
  readonly thenForbidden: (violation: Violation | ViolationCode) => void
  readonly thenStatus: (status: ApplicationStatus) => void
  /** The application after it, for what the events alone do not show. */
  readonly application: () => LodgedApplication
}

/** given(history, facts).when(command).thenEvents(events): what the law does by itself before the command happens first, as on the server. */
export function given(
  history: History,
  facts: ApplicationFacts,
): { readonly when: (command: ApplicationCommand) => Then } {
  return {
    when: (command) => {
      const before = byLawUntil(history, facts, command.at)
      const outcome = decide(command, applicationFrom(before), facts)
      const after = (): LodgedApplication => {
        if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.violation)}`)
        return lodged([...before, ...outcome.events])
      }
      return {
        outcome,
        thenEvents: (happenings) => {
          const { by, at } = command
          const events = happenings.map((happening) => ({ by, at, ...happening }))
          expect(outcome).toMatchObject({ ok: true, events })
        },
        thenForbidden: (violation) => {
          if (typeof violation === 'string')
            expect(outcome).toMatchObject({ ok: false, violation: { code: violation } })
          else expect(outcome).toEqual({ ok: false, violation })
        },
        thenStatus: (status) => expect(after().status).toBe(status),
        application: after,
      }
    },
  }
}
