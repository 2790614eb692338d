/** Rehearsals play each scenario in a region of its own above this, under Aba's numbers. */
export const FIRST_REHEARSAL_REGION = 900_000_000
const ABA = 513_200

/** The region part of an application number: 513200. */
export function numberOfRegion(regionCode: number): string {
  return String(regionCode >= FIRST_REHEARSAL_REGION ? ABA : regionCode)
}
