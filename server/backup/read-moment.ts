const WRITTEN = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?$/

/** 2026-11-23 10:15, 2026-11-23T10:15:00+08:00: China's time unless it says another. Milliseconds; undefined: unreadable. */
export function readMoment(text: string): number | undefined {
  const [, day, minute, seconds = ':00', zone = '+08:00'] = WRITTEN.exec(text.trim()) ?? []
  if (day === undefined || minute === undefined) return undefined
  const at = Date.parse(`${day}T${minute}${seconds}${zone}`)
  return Number.isNaN(at) ? undefined : at
}

/** 2026-11-23 10:15:00, in China. */
export function chinaTime(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
