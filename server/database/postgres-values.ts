import pg from 'pg'
import type { Instant } from '../../domain/shared/ids.ts'

const { builtins } = pg.types

/**
 * How column values arrive: `date` as the domain's LocalDate text and `timestamptz` as its Instant text, so that
 * no time zone of this machine can move a day; `bigint` as a number, which throws rather than lose a digit.
 */
export const postgresValues: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    switch (oid) {
      case builtins.DATE:
        return (text: string) => text
      case builtins.TIMESTAMPTZ:
        return instantOf
      case builtins.INT8:
        return safeInteger
      default:
        return pg.types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown
    }
  }) as pg.CustomTypesConfig['getTypeParser'],
}

function instantOf(text: string): Instant {
  return new Date(text).toISOString() as Instant
}

function safeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint out of range: ${text}`)
  return number
}
