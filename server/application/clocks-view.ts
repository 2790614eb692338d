import type { z } from 'zod'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { DueView } from '../../contract/clock-view.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { Situation } from '../../domain/application/facts.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { STEP_NAME } from '../../domain/deadline/clock-words.ts'
import {
  acceptanceDue,
  committedDue,
  decisionDue,
  issuanceDue,
  stepDue,
  type Due,
} from '../../domain/deadline/clocks.ts'
import { lampOf, remainingWorkingDays } from '../../domain/deadline/signal-light.ts'

type Clocks = Pick<z.input<typeof ApplicationView>, 'due' | 'light' | 'lightName' | 'step'>

/** The four clocks, the lamp, and the step in hand, as they stand today. */
export function clocksView(
  application: LodgedApplication,
  guide: ServiceGuide,
  situation: Situation,
): Clocks {
  const { today, facts } = situation
  const { calendar } = facts
  const committed = committedDue(application, guide, calendar)
  const decision = decisionDue(application, guide, calendar)
  const lamp = lampOf(application, guide, today, calendar)
  const shown = (due: Due) => dueView(due, situation)
  const { step } = application
  return {
    due: {
      acceptance: shown(acceptanceDue(application, calendar)),
      decision: shown(decision),
      committed: shown(committed),
      issuance: shown(issuanceDue(application, calendar)),
    },
    light: lamp.light,
    lightName: lamp.word,
    step:
      step === null
        ? null
        : {
            name: step.name,
            stepName: STEP_NAME[step.name],
            enteredOn: step.enteredOn,
            due: shown(stepDue(application, guide, calendar)),
          },
  }
}

function dueView(due: Due, { today, facts }: Situation): z.input<typeof DueView> {
  if (due.state === 'none') return { state: 'none', on: null, provisional: false, remaining: null }
  if (due.state === 'paused')
    return { state: 'paused', on: null, provisional: false, remaining: due.remaining }
  const remaining = remainingWorkingDays(due, today, facts.calendar) ?? null
  return { state: 'running', on: due.on, provisional: due.provisional, remaining }
}
