import type { LocalDate } from '../shared/ids.ts'
import { isRealDate } from '../shared/local-date.ts'

/** 办件编号: region, day of receipt, serial of that day. */
export type ApplicationNumber = {
  readonly regionCode: number
  readonly on: LocalDate
  /** 1–999999. */
  readonly serial: number
}

/** 513200-20260302-000001. Throws when the day's serials are used up. */
export function formatApplicationNumber({ regionCode, on, serial }: ApplicationNumber): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999) {
    throw new Error(`Not a serial of an application number: ${serial}`)
  }
  return `${regionCode}-${on.replaceAll('-', '')}-${String(serial).padStart(6, '0')}`
}

/** Undefined for anything that is not a number of this form; spaces around it are forgiven. */
export function parseApplicationNumber(text: string): ApplicationNumber | undefined {
  const match = /^([1-9]\d{5})-(\d{4})(\d{2})(\d{2})-(\d{6})$/.exec(text.trim())
  if (match === null) return undefined
  const [, region, year, month, day, serial] = match
  const on = `${year}-${month}-${day}` as LocalDate
  if (!isRealDate(on) || Number(serial) === 0) return undefined
  return { regionCode: Number(region), on, serial: Number(serial) }
}
