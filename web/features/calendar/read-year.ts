import { CalendarYearBody } from '../../../contract/calendar.ts'
import type { z } from 'zod'

export type YearToLoad = { readonly year: number; readonly body: z.output<typeof CalendarYearBody> }

/** A year's file as it ships (`catalogue/aba/calendar/2026.json`), or the sentence that says what is wrong with it. */
export function readYear(text: string): YearToLoad | string {
  const json = parsed(text)
  if (json === undefined) return '不是有效的 JSON 文件，请检查括号和引号。'
  const { year, ...rest } = json
  if (typeof year !== 'number' || !Number.isInteger(year)) return '缺少年份 year，例如 2027。'
  const body = CalendarYearBody.safeParse(rest)
  if (!body.success) {
    const [issue] = body.error.issues
    return `${issue?.path.join('.') ?? ''}：${issue?.message ?? '内容有误'}`
  }
  const foreign = body.data.days.find(({ date }) => !date.startsWith(`${year}-`))
  return foreign === undefined
    ? { year, body: body.data }
    : `${foreign.date} 不是 ${year} 年的日子。`
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
