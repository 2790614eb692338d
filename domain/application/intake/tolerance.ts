import { addWorkingDays, type WorkingCalendar } from '../../deadline/working-calendar.ts'
import type { ServiceGuide } from '../../catalogue/service-guide.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { Violation } from '../violations.ts'

/** Working days kept free before the committed limit, so that the missing material can still be judged (local policy). */
const DAYS_TO_JUDGE = 2
/** Working days a promise may run at most (local policy). */
const LONGEST_PROMISE = 10

/** 容缺受理: only what the guide allows to follow, and never the form itself. */
export function refuseIntolerable(
  lacking: readonly number[],
  guide: ServiceGuide,
): Violation | null {
  const refused = lacking.filter((number) => {
    const material = guide.materials.find((one) => one.number === number)
    return material === undefined || material.tolerableDays === null || material.isTheForm
  })
  return refused.length > 0 ? { code: 'not-tolerable', materials: refused } : null
}

/** The shortest of what the guide allows the missing materials, within the committed limit less two working days. */
export function toleranceDue(
  lacking: readonly number[],
  guide: ServiceGuide,
  calendar: WorkingCalendar,
  today: LocalDate,
): LocalDate {
  const allowed = guide.materials
    .filter(({ number }) => lacking.includes(number))
    .map(({ tolerableDays }) => tolerableDays ?? 0)
  const days = Math.min(LONGEST_PROMISE, guide.committedDays - DAYS_TO_JUDGE, ...allowed)
  return addWorkingDays(today, Math.max(1, days), calendar)
}

/** What a promise still owes; nothing else of an application waits for it but its result. */
export function refuseOwed({ tolerance }: LodgedApplication): Violation | null {
  return tolerance !== undefined && tolerance.outstanding.length > 0
    ? { code: 'tolerated-material-missing', materials: tolerance.outstanding }
    : null
}

/** 催交: after the promised day, as often as it helps. */
export const requestTolerated: Act<'RequestTolerated'> = {
  guard: (application) =>
    hasLapsed(application)
      ? null
      : { code: 'action-not-allowed', action: 'RequestTolerated', status: application.status },
  decide: ({ by, at, text }, { tolerance }) =>
    happened({
      type: 'ToleratedMaterialsRequested',
      by,
      at,
      materials: tolerance?.outstanding ?? [],
      text,
    }),
}

/** The promised day passed, and something is still missing. */
export function hasLapsed({ tolerance }: LodgedApplication): boolean {
  return tolerance?.lapsedOn !== undefined && tolerance.outstanding.length > 0
}

/** Only where the guide, and so the signed promise, says that a lapsed promise ends the application. */
export function refuseEndOfLapsed(
  application: LodgedApplication,
  guide: ServiceGuide,
): Violation | null {
  if (!hasLapsed(application))
    return {
      code: 'action-not-allowed',
      action: 'TerminateApplication',
      status: application.status,
    }
  return guide.toleranceLapse === 'terminate'
    ? null
    : { code: 'tolerance-consequence-open', said: guide.toleranceLapse !== null }
}

/** The promised materials come in, all or some of them; late ones too, as long as nothing was decided. */
export const supplyTolerated: Act<'SupplyTolerated'> = {
  guard: (application) =>
    refuseOwed(application) === null
      ? { code: 'action-not-allowed', action: 'SupplyTolerated', status: application.status }
      : null,
  decide: ({ by, at, materials }, { tolerance }) => {
    const unknown = materials.find((number) => tolerance?.outstanding.includes(number) !== true)
    return unknown === undefined
      ? happened({ type: 'ToleratedMaterialsSupplied', by, at, materials })
      : forbidden({ code: 'unknown-material', material: unknown })
  },
}
