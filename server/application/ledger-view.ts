import type { LedgerView } from '../../contract/clock-view.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { clockPeriodOf, lastDayOf } from '../../domain/deadline/clock-period.ts'
import { PROCEDURE_NAME } from '../../domain/deadline/clock-words.ts'
import { dayLedger, type LedgerDay } from '../../domain/deadline/day-ledger.ts'
import { explain } from '../../domain/deadline/explain.ts'
import { dayNameOf, type WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'

/** The clock a ribbon shows now: the decision's from acceptance on, the acceptance clock before, the issuance clock after. */
function clockShown({
  status,
  acceptance,
  decision,
}: LodgedApplication): 'acceptance' | 'decision' | 'issuance' | null {
  if (decision !== null) return 'issuance'
  if (acceptance !== null) return 'decision'
  return status === 'received' ? 'acceptance' : null
}

type Ended = { endedOn: LocalDate; endedBy: NonNullable<LedgerView['endedBy']> }

/** Posting stops the issuance clock as delivery does (art. 44); closing the application stops any. */
function endOf({ status, issuance, delivery, closure }: LodgedApplication): Ended | null {
  if (issuance?.by === 'courier') return { endedOn: issuance.on, endedBy: 'posted' }
  if (delivery !== null) return { endedOn: delivery.on, endedBy: 'delivered' }
  if (closure === null) return null
  return { endedOn: closure.on, endedBy: status === 'withdrawn' ? 'withdrawn' : 'terminated' }
}

/** Day by day why it is due then; null when no clock was ever begun. */
export function ledgerView(
  application: LodgedApplication,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
  today: LocalDate,
): LedgerView | null {
  const clock = clockShown(application)
  if (clock === null) return null
  const period = clockPeriodOf(clock, application, guide)
  if (period === undefined) return null
  const committed =
    clock === 'decision' ? clockPeriodOf('committed', application, guide) : undefined
  const { endedOn, endedBy } = endOf(application) ?? { endedOn: null, endedBy: null }
  const days = dayLedger(clock, application, guide, calendar, endedOn ?? today)
  return {
    clock,
    startsOn: period.start,
    committedOn:
      committed === undefined || committed.openPause !== null
        ? null
        : lastDayOf(committed, calendar),
    statutoryOn: period.openPause !== null ? null : lastDayOf(period, calendar),
    today,
    endedOn,
    endedBy,
    days: days.map((day) => ({ ...day, label: labelOf(day, application, calendar) })),
    sentence: explain(clock, application, guide, calendar),
  }
}

function labelOf(
  { kind, date }: LedgerDay,
  application: LodgedApplication,
  calendar: WorkingCalendar,
): string {
  if (kind === 'paused') {
    const pause = application.pauses.find(
      ({ begunOn, endedOn }) => begunOn < date && (endedOn === null || date <= endedOn),
    )
    return pause === undefined ? '特别程序' : PROCEDURE_NAME[pause.kind]
  }
  return dayNameOf(date, calendar) ?? ''
}
