import {
  type OpenSpan,
  type PlannedWindow,
  type RecordedArrival,
  type Replay,
  replayDay,
  type ReplayRule,
} from './replay-day.ts'
import type { QueueCode } from './ticket.ts'
import { quantile } from './wait-forecast.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A recorded day as it can be played again. */
export type RecordedHall = {
  readonly arrivals: readonly RecordedArrival[]
  /** Every stretch in which a window was open, whichever clerk sat there. */
  readonly windows: readonly (OpenSpan & {
    readonly windowId: number
    readonly queues: readonly QueueCode[]
  })[]
}

/** `as-recorded`: windows that were there keep their queues, further ones take all; `all`: every window takes all queues. */
export type SkillPlan = 'as-recorded' | 'all'

export type Plan = {
  readonly windows: number
  readonly skills: SkillPlan
  readonly rule: ReplayRule
}

export type PlanResult = {
  readonly windows: number
  /** Share of the served, 0 to 1, who waited no longer than the target. */
  readonly within: number
  readonly p50Minutes: number
  readonly p90Minutes: number
  readonly longestMinutes: number
  readonly utilisation: number
  readonly longestQueue: number
  readonly overtimeMinutes: number
  readonly served: number
  readonly unserved: number
}

/** So many windows: those of the day open as they were, further ones whenever any was. */
export function planWindows(day: RecordedHall, { windows, skills }: Plan): PlannedWindow[] {
  const queues = queuesOf(day)
  const recorded = windowsOf(day)
  const open = hallSpans(day)
  return Array.from({ length: windows }, (_, index) => {
    const known = recorded[index]
    return {
      windowId: known?.windowId ?? index + 1,
      queues: skills === 'as-recorded' && known !== undefined ? known.queues : queues,
      open: known?.open ?? open,
    }
  })
}

export function playPlan(day: RecordedHall, plan: Plan, targetMinutes: number): PlanResult {
  const replay = replayDay(day.arrivals, planWindows(day, plan), plan.rule)
  return summaryOf(replay, plan.windows, targetMinutes)
}

export function summaryOf(replay: Replay, windows: number, targetMinutes: number): PlanResult {
  const waits = replay.waits.toSorted((one, other) => one - other)
  const within = waits.filter((wait) => wait <= targetMinutes * MINUTE).length
  return {
    windows,
    within: waits.length === 0 ? 0 : within / waits.length,
    p50Minutes: quantile(waits, 0.5) / MINUTE,
    p90Minutes: quantile(waits, 0.9) / MINUTE,
    longestMinutes: (waits.at(-1) ?? 0) / MINUTE,
    utilisation: replay.utilisation,
    longestQueue: replay.longestQueue,
    overtimeMinutes: replay.overtimeMs / MINUTE,
    served: waits.length,
    unserved: replay.unserved,
  }
}

export type Demand = {
  /** People an hour in the busiest hour of the day, by the clock. */
  readonly arrivalsPerHour: number
  /** Mean minutes of a service. */
  readonly serviceMinutes: number
  readonly hour: number
}

/** What Erlang C needs of a day: its busiest hour. Undefined: nobody was served. */
export function busiestHour({ arrivals }: RecordedHall): Demand | undefined {
  const served = arrivals.flatMap(({ serviceMs }) => serviceMs ?? [])
  if (served.length === 0) return undefined
  const perHour = new Map<number, number>()
  for (const { takenAt } of arrivals) {
    const hour = Math.floor(takenAt / HOUR)
    perHour.set(hour, (perHour.get(hour) ?? 0) + 1)
  }
  const [hour, count] = [...perHour].toSorted(
    (one, other) => other[1] - one[1] || one[0] - other[0],
  )[0] ?? [0, 0]
  const mean = served.reduce((sum, length) => sum + length, 0) / served.length
  return { arrivalsPerHour: count, serviceMinutes: mean / MINUTE, hour: hour * HOUR }
}

function queuesOf({ arrivals, windows }: RecordedHall): QueueCode[] {
  const all = [...arrivals.map(({ queue }) => queue), ...windows.flatMap(({ queues }) => queues)]
  return [...new Set(all)].toSorted()
}

function windowsOf({ windows }: RecordedHall): PlannedWindow[] {
  const byId = new Map<number, { queues: readonly QueueCode[]; open: OpenSpan[] }>()
  for (const { windowId, queues, from, to } of windows.toSorted((a, b) => a.from - b.from)) {
    const known = byId.get(windowId)
    if (known === undefined) byId.set(windowId, { queues, open: [{ from, to }] })
    else known.open.push({ from, to })
  }
  return [...byId]
    .map(([windowId, { queues, open }]) => ({ windowId, queues, open }))
    .toSorted((one, other) => one.windowId - other.windowId)
}

/** When at least one window was open: the stretches that the hall works. */
function hallSpans({ windows }: RecordedHall): OpenSpan[] {
  const spans: { from: number; to: number }[] = []
  for (const { from, to } of windows.toSorted((one, other) => one.from - other.from)) {
    const last = spans.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else spans.push({ from, to })
  }
  return spans
}
