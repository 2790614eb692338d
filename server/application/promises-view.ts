import type { z } from 'zod'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { commitmentCheckDue } from '../../domain/application/review/check-commitment.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { type WorkingCalendar, workingDaysBetween } from '../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'

type View = z.input<typeof ApplicationView>

/** What the applicant promised (容缺, 告知承诺), and what became of it. */
export function promisesView(
  application: LodgedApplication,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
  today: LocalDate,
): Pick<View, 'tolerance' | 'commitments'> {
  return {
    tolerance: toleranceOf(application, guide, calendar, today),
    commitments: commitmentsOf(application, guide, calendar),
  }
}

function toleranceOf(
  { tolerance }: LodgedApplication,
  { toleranceLapse }: ServiceGuide,
  calendar: WorkingCalendar,
  today: LocalDate,
): View['tolerance'] {
  if (tolerance === undefined) return null
  const { materials, outstanding, promisedOn, dueOn, remindedOn, lapsedOn, requests } = tolerance
  return {
    materials: [...materials],
    outstanding: [...outstanding],
    promisedOn,
    dueOn,
    workingDaysLeft: Math.max(0, workingDaysBetween(today, dueOn, calendar)),
    remindedOn: remindedOn ?? null,
    lapsedOn: lapsedOn ?? null,
    requests: [...(requests ?? [])],
    consequence: toleranceLapse,
  }
}

function commitmentsOf(
  application: LodgedApplication,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
): View['commitments'] {
  const { materials, commitments = [] } = application
  const dueOn = commitmentCheckDue(application, guide, calendar)
  return guide.materials
    .filter(({ number }) => materials[number] === 'promised')
    .map(({ number, name }) => {
      const found = commitments.findLast(({ material }) => material === number)
      if (found === undefined)
        return { material: number, name, state: 'unchecked', dueOn, check: null }
      const { kept, finding, on, byName } = found
      const state = kept ? 'kept' : 'broken'
      return { material: number, name, state, dueOn: null, check: { finding, on, byName } }
    })
}
