/** Whole seconds between an instant and now. Never negative: clocks may differ by a moment. */
export function secondsSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 1_000))
}

/** 45 秒, 2 分 14 秒, 1 小时 5 分; seconds. */
export function durationWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return `${seconds} 秒`
  if (minutes < 60) return `${minutes} 分 ${seconds % 60} 秒`
  return `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`
}

/** 不到 1 分钟, 12 分钟, 1 小时 5 分; seconds. */
export function minutesWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return '不到 1 分钟'
  return minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`
}
