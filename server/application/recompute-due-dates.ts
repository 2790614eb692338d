import type { WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import { dueDatesOf } from '../../domain/deadline/due-dates.ts'
import type { DueDatesRecomputed } from '../../domain/application/events.ts'
import { canonicalJson } from '../../domain/trail/canonical-json.ts'
import { newId } from '../event-log/chain.ts'
import type { ApplicationContext } from './application-context.ts'
import { appendRecord } from './append-record.ts'
import { loadApplication } from './load-application.ts'
import { refreshRow } from './refresh-row.ts'

// All at once: pages by a date would lose what moves while they are read, pages by id would read what is closed.
const OPEN = `select application_id as "applicationId" from application where region_code = $1 and stage <> 'closed'`

/**
 * After a calendar year was announced: every open application is counted anew, and where a date moved both results go
 * into its trail (domain rules §1). Answers how many moved. Repeatable: what already counts with the new calendar stays.
 */
export async function recomputeDueDates(
  context: ApplicationContext,
  regionCode: number,
  before: WorkingCalendar,
): Promise<number> {
  let moved = 0
  const open = await context.db.query<{ applicationId: string }>(OPEN, [regionCode])
  for (const { applicationId } of open)
    if (await recompute(context, regionCode, applicationId, before)) moved += 1
  return moved
}

async function recompute(
  context: ApplicationContext,
  regionCode: number,
  applicationId: string,
  before: WorkingCalendar,
): Promise<boolean> {
  const { calendar } = context.reference
  const { application } = await loadApplication(context.db, {
    regionCode,
    applicationId,
    commandId: newId(),
  })
  if (application.status === 'not-lodged') return false
  const guide = context.reference.getGuide(application.itemId, application.guideVersion)
  const dates = {
    before: dueDatesOf(application, guide, before),
    after: dueDatesOf(application, guide, calendar),
  }
  const moves = canonicalJson(dates.before) !== canonicalJson(dates.after)
  if (moves)
    await appendRecord<DueDatesRecomputed>(context, regionCode, applicationId, newId(), {
      type: 'DueDatesRecomputed',
      calendar: calendar.version,
      ...dates,
    })
  const loaded = await loadApplication(context.db, {
    regionCode,
    applicationId,
    commandId: newId(),
  })
  await refreshRow(context, regionCode, applicationId, loaded, context.clock(regionCode))
  return moves
}
