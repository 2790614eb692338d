import { z } from 'zod'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, Text } from './shared.ts'

export const CalendarYearBody = z.strictObject({
  announced: z.boolean(),
  /** 国务院办公厅通知的文号或者网址 */
  document: Text(200),
  days: z
    .array(z.strictObject({ date: Day, kind: z.enum(['off', 'work']), name: Text(20) }))
    .min(1, '请列出放假和调休的日子')
    .max(100),
})
export const CalendarYearView = CalendarYearBody.extend({ year: z.int() })
export const listCalendar = operation({
  operationId: 'listCalendar',
  method: 'GET',
  path: '/api/calendar',
  access: 'public',
  summary: '工作日历（放假与调休，附文件）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ years: z.array(CalendarYearView) }),
})
/** Loads or replaces a year; open applications are counted anew and both results recorded. */
export const loadCalendarYear = operation({
  operationId: 'loadCalendarYear',
  method: 'PUT',
  path: '/api/calendar/:year',
  access: ['system-admin'],
  summary: '载入一年的放假安排',
  params: z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) }),
  query: Nothing,
  body: CalendarYearBody,
  reply: z.strictObject({ year: z.int(), applicationsMoved: z.int() }),
})
