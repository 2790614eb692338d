const CHINA_OFFSET_MS = 8 * 3_600_000

/** 10:42:07, China time, from an instant. */
export function localSecondOf(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(11, 19)
}
