export const PAUSE_REASONS = ['rest', 'meal', 'training', 'meeting', 'device', 'other'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]
export const PAUSE_REASON_NAME = {
  rest: '短暂离开',
  meal: '用餐',
  training: '培训',
  meeting: '开会',
  device: '设备故障',
  other: '其他',
} as const satisfies Record<PauseReason, string>

/** Milliseconds without a heartbeat after which a window is shown as away. Local policy, 待业主确认. */
export const AWAY_AFTER_MS = 60_000

/** A clerk at a window: at most one clerk a window, one window a clerk. Times in milliseconds since 1970. */
export type WindowSession = {
  readonly windowId: number
  readonly clerkId: string
  readonly clerkName: string
  /** `etiquette` and the departments whose course was passed. */
  readonly training: readonly string[]
  readonly signedOnAt: number
  readonly seenAt: number
  readonly paused: {
    readonly reason: PauseReason
    readonly text: string
    readonly at: number
  } | null
}

export type WindowState = 'closed' | 'free' | 'busy' | 'paused' | 'away'
export const WINDOW_STATE_NAME = {
  closed: '未开放',
  free: '空闲',
  busy: '办理中',
  paused: '暂停服务',
  away: '离线',
} as const satisfies Record<WindowState, string>
