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

/** Materials whose commitment was found untrue: put right within a limit and found true (责令限期整改), it is none of them. */
export function brokenCommitments({
  commitments = [],
}: Pick<LodgedApplication, 'commitments'>): readonly number[] {
  const broken = commitments.filter(({ kept, putRightOn }) => !kept && putRightOn === undefined)
  return [...new Set(broken.map(({ material }) => material))]
}

/** What was found untrue: nothing is granted, made, sealed or handed out on it; a grant given on it may be withdrawn (撤销, 国办发〔2020〕42号). */
export function refuseBroken(application: LodgedApplication): Violation | null {
  const broken = brokenCommitments(application)
  return broken.length === 0 ? null : { code: 'commitment-broken', materials: broken }
}

/** Waits for its check, or for the check after it was put right. */
function checkable(application: LodgedApplication): readonly number[] {
  return application.revocation === null
    ? [...uncheckedCommitments(application), ...brokenCommitments(application)]
    : uncheckedCommitments(application)
}

/** 事后核查, by the item's department; before the decision or after it. Found true, once a commitment. */
export const checkCommitment: Act<'CheckCommitment'> = {
  guard: (application) =>
    checkable(application).length > 0
      ? null
      : { code: 'action-not-allowed', action: 'CheckCommitment', status: application.status },
  decide: ({ by, at, material, kept, finding }, application) =>
    checkable(application).includes(material)
      ? happened({ type: 'CommitmentChecked', by, at, material, kept, finding })
      : forbidden({ code: 'unknown-material', material }),
}
