import { MOST_LISTED } from '../../contract/applications.ts'

/** 1000+: a list is counted no further. */
export function listCount(count: number): string {
  return count >= MOST_LISTED ? `${MOST_LISTED}+` : String(count)
}
