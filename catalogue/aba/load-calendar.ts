import { z } from 'zod'
import { buildCalendar } from '../../domain/deadline/working-calendar.ts'
import type {
  CalendarData,
  CalendarYear,
  WorkingCalendar,
} from '../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { isRealDate } from '../../domain/shared/local-date.ts'
import year2024 from './calendar/2024.json' with { type: 'json' }
import year2025 from './calendar/2025.json' with { type: 'json' }
import year2026 from './calendar/2026.json' with { type: 'json' }
import year2027 from './calendar/2027-provisional.json' with { type: 'json' }

const calendarYear = z.strictObject({
  year: z.int(),
  announced: z.boolean(),
  document: z.string().min(1),
  days: z.array(
    z.strictObject({
      date: z.custom<LocalDate>((value) => typeof value === 'string' && isRealDate(value)),
      kind: z.enum(['off', 'work']),
      name: z.string().min(1),
    }),
  ),
})

/** A year's file as it is read from disk or uploaded; throws when it is not one. */
export function readCalendarYear(json: unknown): CalendarYear {
  return calendarYear.parse(json)
}

/** The arrangements announced for 2024 to 2026; 2027 provisionally. Aba's own days off are not confirmed, so none are here. */
export const ABA_CALENDAR_DATA: CalendarData = {
  version: 'cn-2024-2026',
  years: [year2024, year2025, year2026, year2027].map(readCalendarYear),
  localDays: [],
}

export const ABA_CALENDAR: WorkingCalendar = buildCalendar(ABA_CALENDAR_DATA)
