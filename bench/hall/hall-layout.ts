import { ABA_HALL } from '../../catalogue/aba/load-hall.ts'
import type { HallConfiguration, HallWindow } from '../../domain/hall/hall-configuration.ts'

/** Of ten windows one also takes what the others do not: 公共服务 and 便民服务. */
const ELSEWHERE = 5

/**
 * The shipped hall with as many windows as there are clerks, each at a post of their own. Open around the clock, as a
 * demonstration is: it is measured whenever somebody measures.
 */
export function hallLayout(clerks: readonly string[]): HallConfiguration {
  const windows = clerks.map((_, index) => windowOf(index + 1))
  return {
    ...ABA_HALL,
    windows,
    posts: clerks.map((accountId, index) => ({
      post: index + 1,
      windowId: index + 1,
      turn: 'A',
      accountId,
    })),
    hours: { periods: [{ from: 0, to: 1_440 }], days: 'every-day', confirmed: false },
  }
}

function windowOf(windowId: number): HallWindow {
  return {
    windowId,
    name: `综合窗口 ${windowId} 号`,
    zoneId: 'approval',
    queues: windowId % ELSEWHERE === 0 ? ['A', 'D', 'B', 'C'] : ['A', 'D'],
  }
}
