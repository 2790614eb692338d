import { canonicalJson } from './canonical-json.ts'
import type { LocalDate } from '../shared/ids.ts'

/** What a daily root says: on this day so many applications of the region moved, and this is their Merkle root. */
export type RootStatement = {
  readonly regionCode: number
  readonly day: LocalDate
  /** How many applications had an event recorded that day. */
  readonly applications: number
  /** 64 hex digits. */
  readonly root: string
}

/** The text under the signature; the first word keeps it from meaning anything else. */
export function rootStatement({ regionCode, day, applications, root }: RootStatement): string {
  return canonicalJson(['yichuang-daily-root', regionCode, day, applications, root])
}
