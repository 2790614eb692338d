import type { z } from 'zod'
import type { HallConfigurationSchema } from '../../../../contract/hall-configuration.ts'

export type Configuration = z.output<typeof HallConfigurationSchema>
export type Change = (change: (before: Configuration) => Configuration) => void

/** What the manager has changed and not saved, upon which version. Null: nothing. */
export type HallDraft = { readonly version: number; readonly configuration: Configuration } | null

export function isHallDraft(value: unknown): value is HallDraft {
  if (value === null) return true
  if (typeof value !== 'object' || !('version' in value) || !('configuration' in value))
    return false
  const { configuration } = value
  return (
    typeof configuration === 'object' &&
    configuration !== null &&
    ['zones', 'queues', 'windows', 'posts', 'hours'].every((name) => name in configuration)
  )
}

/** The list with one row changed. */
export function withRow<Row>(rows: readonly Row[], index: number, change: Partial<Row>): Row[] {
  return rows.map((row, at) => (at === index ? { ...row, ...change } : row))
}

export function withoutRow<Row>(rows: readonly Row[], index: number): Row[] {
  return rows.filter((_, at) => at !== index)
}

/** The smallest number that nobody has. */
export function freeNumber(taken: readonly number[]): number {
  let number = 1
  while (taken.includes(number)) number += 1
  return number
}

/** A window gone takes its posts along: nobody can sit there. */
export function withoutWindow(configuration: Configuration, index: number): Configuration {
  const gone = configuration.windows[index]?.windowId
  return {
    ...configuration,
    windows: withoutRow(configuration.windows, index),
    posts: configuration.posts.filter(({ windowId }) => windowId !== gone),
  }
}

/** 540 → 09:00 */
export function clockOfMinute(minute: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

/** 09:00 → 540; undefined while it is not a time of the day. An end at 00:00 is midnight, 1440. */
export function minuteOfClock(clock: string, isEnd: boolean): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const minute = Number(hours) * 60 + Number(minutes)
  return isEnd && minute === 0 ? 1_440 : minute
}
