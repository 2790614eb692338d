import type { RecordedDay } from '../../../contract/hall-forecast.ts'
import { servedWithin } from '../../../domain/queue/erlang-c.ts'
import {
  busiestHour,
  type Demand,
  playPlan,
  type PlanResult,
  type RecordedHall,
  type SkillPlan,
} from '../../../domain/queue/plan-windows.ts'
import type { ReplayRule } from '../../../domain/queue/replay-day.ts'
import { QUEUE_CODES, type QueueCode } from '../../../domain/queue/ticket.ts'
import { quantile } from '../../../domain/queue/wait-forecast.ts'

export const MOST_WINDOWS = 8
/** Nine of ten within the target is what the hall aims at. Local policy, 待业主确认. */
export const AIM = 0.9
const MINUTE = 60_000

export type PlanQuestion = {
  readonly targetMinutes: number
  readonly skills: SkillPlan
  readonly rule: ReplayRule
}

export type PlanRow = PlanResult & {
  /** By Erlang C, for the busiest hour of the day; null: nobody was served. */
  readonly byFormula: number | null
}

export type DayPlan = {
  readonly rows: readonly PlanRow[]
  readonly demand: Demand | undefined
  readonly real: {
    readonly windows: number
    readonly served: number
    readonly within: number
    readonly p50Minutes: number
    readonly p90Minutes: number
  }
}

/** The day with one to eight windows, by the replay and by the formula, beside what really was. */
export function planOfDay(day: RecordedDay, question: PlanQuestion): DayPlan {
  const hall = hallOf(day)
  const demand = busiestHour(hall)
  const { targetMinutes, skills, rule } = question
  const waits = day.arrivals
    .flatMap(({ serviceMs, waitedMs }) => (serviceMs === null ? [] : (waitedMs ?? [])))
    .toSorted((one, other) => one - other)
  const rows = Array.from({ length: MOST_WINDOWS }, (_, index) => {
    const windows = index + 1
    const byFormula = demand ? servedWithin({ ...demand, windows }, targetMinutes) : null
    return { ...playPlan(hall, { windows, skills, rule }, targetMinutes), byFormula }
  })
  return {
    rows,
    demand,
    real: {
      windows: new Set(day.windows.map(({ windowId }) => windowId)).size,
      served: waits.length,
      within:
        waits.length === 0
          ? 0
          : waits.filter((wait) => wait <= targetMinutes * MINUTE).length / waits.length,
      p50Minutes: quantile(waits, 0.5) / MINUTE,
      p90Minutes: quantile(waits, 0.9) / MINUTE,
    },
  }
}

/** The wire's letters as queues; what the hall does not know any more cannot be played. */
function hallOf({ arrivals, windows }: RecordedDay): RecordedHall {
  return {
    arrivals: arrivals.flatMap((one) => (isQueue(one.queue) ? [{ ...one, queue: one.queue }] : [])),
    windows: windows.map((one) => ({ ...one, queues: one.queues.filter(isQueue) })),
  }
}

function isQueue(queue: string): queue is QueueCode {
  return QUEUE_CODES.some((code) => code === queue)
}

/** 92.4 % of the served as 92: rounded down, so that nothing is promised that is not kept. */
export function percentOf(share: number): number {
  return Math.floor(share * 100 + 1e-9)
}
