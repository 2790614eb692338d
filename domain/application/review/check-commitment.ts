import type { ServiceGuide } from '../../catalogue/service-guide.ts'
import { addWorkingDays, type WorkingCalendar } from '../../deadline/working-calendar.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { Violation } from '../violations.ts'

/** Materials in whose place a commitment stands (告知承诺) that nobody has checked yet. */
export function uncheckedCommitments({
  materials,
  commitments = [],
}: Pick<LodgedApplication, 'materials' | 'commitments'>): readonly number[] {
  return Object.entries(materials)
    .filter(([, state]) => state === 'promised')
    .map(([number]) => Number(number))
    .filter((number) => !commitments.some(({ material }) => material === number))
}

/** The last day of the check: so many working days after acceptance as the guide says; null where it says nothing (待部门确认). */
export function commitmentCheckDue(
  { acceptance }: Pick<LodgedApplication, 'acceptance'>,
  { commitmentCheckDays }: Pick<ServiceGuide, 'commitmentCheckDays'>,
  calendar: WorkingCalendar,
): LocalDate | null {
  return acceptance === null || commitmentCheckDays === null
    ? null
    : addWorkingDays(acceptance.on, commitmentCheckDays, calendar)
}

/** What was found untrue: nothing is granted or handed out on it; a licence given on it may be withdrawn (撤销, 国办发〔2020〕42号). */
export function refuseBroken({ commitments = [] }: LodgedApplication): Violation | null {
  const broken = commitments.filter(({ kept }) => !kept).map(({ material }) => material)
  return broken.length === 0 ? null : { code: 'commitment-broken', materials: broken }
}

/** 事后核查, by the item's department, once a commitment; before the decision or after it. */
export const checkCommitment: Act<'CheckCommitment'> = {
  guard: (application) =>
    uncheckedCommitments(application).length > 0
      ? null
      : { code: 'action-not-allowed', action: 'CheckCommitment', status: application.status },
  decide: ({ by, at, material, kept, finding }, application) =>
    uncheckedCommitments(application).includes(material)
      ? happened({ type: 'CommitmentChecked', by, at, material, kept, finding })
      : forbidden({ code: 'unknown-material', material }),
}
