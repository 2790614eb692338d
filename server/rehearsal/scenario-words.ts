import { z } from 'zod'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { isRealDate } from '../../domain/shared/local-date.ts'

// People write these files by hand: a number may stand in quotes, a list of one may lack its brackets, a word may be
// a YAML boolean. What is meant is taken; what is not known is refused, with what would be.

type Reading<Value> = { readonly value: Value } | { readonly fault: string }

function reading<Value>(read: (raw: unknown) => Reading<Value>) {
  return z.unknown().transform((raw, context): Value => {
    const result = raw === undefined || raw === null ? { fault: '缺少内容，请补上' } : read(raw)
    if ('value' in result) return result.value
    context.addIssue({ code: 'custom', message: result.fault })
    return z.NEVER
  })
}

function textOf(raw: unknown): string | null {
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof raw) ? String(raw).trim() : null
}

/** One of a fixed list of words; `what` names the list to the reader. */
export function oneOf<Word extends string>(words: readonly Word[], what: string) {
  return reading<Word>((raw) => {
    const text = textOf(raw)
    const word = words.find((known) => known === text)
    return word === undefined
      ? { fault: `不认识的${what}“${shown(raw)}”，请改为：${words.join('、')}` }
      : { value: word }
  })
}

export const words = reading<string>((raw) => {
  const text = textOf(raw)
  return text === null ? { fault: `“${shown(raw)}”不是文字，请写成一行文字` } : { value: text }
})

export function wholeNumber(least: number, most: number) {
  return reading<number>((raw) => {
    const value = Number(textOf(raw) ?? Number.NaN)
    return Number.isInteger(value) && value >= least && value <= most
      ? { value }
      : { fault: `“${shown(raw)}”不是 ${least} 到 ${most} 的整数，请改正` }
  })
}

/** 元 */
export const amount = reading<number>((raw) => {
  const text = textOf(raw)
  const value = Number(text === null || text === '' ? Number.NaN : text)
  return Number.isFinite(value) && value >= 0
    ? { value }
    : { fault: `“${shown(raw)}”不是金额，请写数字（元）` }
})

const YES = ['true', 'yes', 'on', '是']
const NO = ['false', 'no', 'off', '否']
export const yesOrNo = reading<boolean>((raw) => {
  const text = textOf(raw)?.toLowerCase() ?? ''
  if (YES.includes(text)) return { value: true }
  return NO.includes(text)
    ? { value: false }
    : { fault: `“${shown(raw)}”不是 true 或 false，请改正` }
})

export const day = reading<LocalDate>((raw) => {
  const date = dateOf(raw)
  return date === null
    ? { fault: `“${shown(raw)}”不是有效日期，请写成 2026-03-09 的样子` }
    : { value: date }
})

/** A date, or one of the words that stand instead of it. */
export function dayOr<Word extends string>(instead: readonly Word[]) {
  return reading<LocalDate | Word>((raw) => {
    const value = instead.find((word) => word === textOf(raw)) ?? dateOf(raw)
    return value === null
      ? { fault: `“${shown(raw)}”不是有效日期，请写成 2026-03-09，或者 ${instead.join('、')}` }
      : { value }
  })
}

const MOMENT =
  /^(\d{4}-\d{1,2}-\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(?:\+08:?00)?$/i

/** A minute of the clock in China; a date alone is its first moment. */
export const moment = reading<Instant>((raw) => {
  const [, date = '', hour = '00', minute = '00', second = '00'] =
    MOMENT.exec(raw instanceof Date ? raw.toISOString().slice(0, 19) : (textOf(raw) ?? '')) ?? []
  const day = dateOf(date)
  const exists = day !== null && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  return exists
    ? { value: instantOf(`${day}T${hour.padStart(2, '0')}:${minute}:${second}`) }
    : { fault: `“${shown(raw)}”不是有效时刻，请写成 2026-09-30T09:00 的样子` }
})

/** A list; a single value is a list of one, `none` or nothing an empty one. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (raw): unknown => (raw === null || raw === 'none' ? [] : Array.isArray(raw) ? raw : [raw]),
    z.array(schema),
  )
}

/** Nothing written after the colon is an empty mapping. */
export function mapping<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((raw) => raw ?? {}, schema)
}

function dateOf(raw: unknown): LocalDate | null {
  const text = raw instanceof Date ? raw.toISOString().slice(0, 10) : textOf(raw)
  const [, year = '', month = '', date = ''] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text ?? '') ?? []
  const full = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isRealDate(full) ? (full as LocalDate) : null
}

function instantOf(local: string): Instant {
  return new Date(`${local}+08:00`).toISOString() as Instant
}

function shown(raw: unknown): string {
  return textOf(raw) ?? JSON.stringify(raw)
}
