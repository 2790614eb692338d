import { decisionDue } from '../../deadline/clocks.ts'
import { forbidden, happened } from '../../shared/outcome.ts'
import { guideOf, type Act } from '../act.ts'
import {
  SPECIAL_PROCEDURES,
  type LodgedApplication,
  type Pause,
  type SpecialProcedure,
} from '../application.ts'
import type { Situation } from '../facts.ts'

/** Pause of the clocks, Art 45: only the eight, only before the limit has run out, one at a time, told in writing. */
export const beginProcedure: Act<'BeginProcedure'> = {
  guard: (application, situation) => {
    if (openPauseOf(application) !== null) return { code: 'procedure-already-running' }
    return isOverdue(application, situation) ? { code: 'procedure-too-late' } : null
  },
  decide: ({ by, at, kind, days }) =>
    isSpecialProcedure(kind)
      ? happened({ type: 'ClockPaused', by, at, kind, estimatedDays: days })
      : forbidden({ code: 'not-a-special-procedure' }),
}

/** The procedure is over: both limits move by the working days between its first and its last day. */
export const endProcedure: Act<'EndProcedure'> = {
  guard: (application) =>
    openPauseOf(application) === null
      ? { code: 'action-not-allowed', action: 'EndProcedure', status: application.status }
      : null,
  decide: ({ by, at }, application) => {
    const pause = openPauseOf(application)
    if (pause === null) throw new Error('Guarded: a procedure is running')
    return happened({ type: 'ClockResumed', by, at, kind: pause.kind })
  },
}

export function openPauseOf(application: LodgedApplication): Pause | null {
  return application.pauses.find((pause) => pause.endedOn === null) ?? null
}

function isOverdue(application: LodgedApplication, situation: Situation): boolean {
  const due = decisionDue(application, guideOf(situation), situation.facts.calendar)
  return due.state === 'running' && situation.today > due.on
}

function isSpecialProcedure(kind: string): kind is SpecialProcedure {
  return (SPECIAL_PROCEDURES as readonly string[]).includes(kind)
}
