import type { FastifyInstance } from 'fastify'
import { listCalendar, loadCalendarYear } from '../../contract/calendar.ts'
import {
  buildCalendar,
  type CalendarYear,
  type WorkingCalendar,
} from '../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { isRealDate, yearOf } from '../../domain/shared/local-date.ts'
import { loadCalendarData, type ReferenceData } from '../database/reference-data.ts'
import { recordAccess } from '../http/access-audit.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'

const SAVE = `
  insert into calendar_year (year, provisional, data) values ($1, $2, $3)
  on conflict (year) do update set provisional = excluded.provisional, data = excluded.data`

/** The working calendar: public to read; a year is loaded when the State Council has announced it. */
export function calendarRoutes(
  http: FastifyInstance,
  context: HttpContext,
  reference: ReferenceData,
  recompute: (regionCode: number, before: WorkingCalendar) => Promise<number>,
): void {
  registerOperation(http, context, listCalendar, async () => {
    const { years } = await loadCalendarData(context.db)
    return {
      ok: true,
      derivedFrom: [JSON.stringify(years)],
      value: () => ({
        years: years.map((year) => ({ ...year, days: year.days.map((day) => ({ ...day })) })),
      }),
    }
  })
  registerOperation(http, context, loadCalendarYear, async ({ params, body, session }) => {
    const { year } = params
    const wrong = body.days.find(
      ({ date }) => !isRealDate(date) || yearOf(date as LocalDate) !== year,
    )
    if (wrong !== undefined)
      return refuse('invalid-input', `${wrong.date} 不是 ${year} 年的日子，请核对后重新提交。`, {
        fields: [{ field: 'days', message: `${wrong.date} 不是 ${year} 年的日子` }],
      })
    const data: CalendarYear = {
      ...body,
      year,
      days: body.days.map((day) => ({ ...day, date: day.date as LocalDate })),
    }
    const before = reference.calendar
    await context.db.query(SAVE, [year, !body.announced, JSON.stringify(data)])
    await recordAccess(context.db, session.regionCode, {
      action: 'calendar-loaded',
      actor: session.actor,
      subjectId: null,
      detail: { year, announced: body.announced, document: body.document },
    })
    reference.useCalendar(buildCalendar(await loadCalendarData(context.db)))
    return {
      ok: true,
      value: { year, applicationsMoved: await recompute(session.regionCode, before) },
    }
  })
}
