import { seededRandom } from './seeded-random.ts'

export type WaitForecast = {
  /** Seconds that half of the people wait no longer than. */
  readonly p50: number
  /** Seconds that nine of ten wait no longer than. */
  readonly p90: number
}

/** Seconds that services of one kind take: what a length is drawn from. Never empty. */
export type ServiceSample = readonly number[]

export type WindowNow = {
  /** Null: nobody stands there. */
  readonly serving: {
    readonly sample: ServiceSample
    /** Seconds since the call. */
    readonly since: number
  } | null
}

/** Fewer facts than this are filled up with the configured average, spread as services usually are. */
const ENOUGH = 12
/** Mean 1, longer to the right: most services are short, some are long. */
const USUAL_SPREAD = [0.3, 0.45, 0.6, 0.75, 0.85, 0.95, 1.05, 1.15, 1.3, 1.45, 1.65, 1.5]
const RUNS = 300
/** A longer line is not played through: its wait grows as its length. */
export const MOST_AHEAD = 200

/** What really was, filled up with the configured average until it is enough. */
export function sampleOf(services: readonly number[], usualSeconds: number): ServiceSample {
  const real = services.filter((length) => length > 0)
  const missing = Math.max(0, ENOUGH - real.length)
  // Taken evenly over the spread, so that a few of them still have its mean.
  const usual = Array.from({ length: missing }, (_, index) => {
    const at = Math.floor(((index + 0.5) * USUAL_SPREAD.length) / missing)
    return (USUAL_SPREAD[at] ?? 1) * usualSeconds
  })
  return [...real, ...usual].map((length) => Math.max(1, length))
}

/**
 * The forecast of every place in a line, and of one more behind it: the line is played through many times with lengths drawn
 * from what services really took, and the waits of each place are ordered. The same facts give the same answer. Empty: no
 * window is open.
 */
export function forecastWaits(
  line: readonly ServiceSample[],
  windows: readonly WindowNow[],
): readonly WaitForecast[] {
  if (windows.length === 0) return []
  const played = line.slice(0, MOST_AHEAD)
  const random = seededRandom(windows.length * 131 + 7)
  const draw = (sample: ServiceSample) => sample[Math.floor(random() * sample.length)] ?? 0
  // A hall asks after every act: typed rows, one a place, and numbers sorted as numbers.
  const waits = Array.from({ length: played.length + 1 }, () => new Float64Array(RUNS))
  const free = new Float64Array(windows.length)
  const rests = windows.map(({ serving }) =>
    serving === null ? () => 0 : restOf(serving.sample, serving.since, random),
  )
  for (let run = 0; run < RUNS; run += 1) {
    for (const [window, rest] of rests.entries()) free[window] = rest()
    for (let place = 0; place < waits.length; place += 1) {
      const next = earliest(free)
      const begins = free[next] ?? 0
      const wait = waits[place]
      if (wait !== undefined) wait[run] = begins
      free[next] = begins + draw(played[place] ?? [])
    }
  }
  return waits.map((wait) => {
    const ordered = wait.sort()
    return { p50: quantile(ordered, 0.5), p90: quantile(ordered, 0.9) }
  })
}

/** The forecast of one place; beyond those that were played through the last one grows with the line. */
export function forecastAt(forecasts: readonly WaitForecast[], ahead: number): WaitForecast | null {
  const last = forecasts.at(-1)
  if (last === undefined) return null
  const known = forecasts[ahead]
  if (known !== undefined) return known
  const times = (ahead + 1) / forecasts.length
  return { p50: last.p50 * times, p90: last.p90 * times }
}

/** What is left of a service that has lasted so long: of those that took longer, one; longer than all, a quarter of the mean. */
function restOf(sample: ServiceSample, since: number, random: () => number): () => number {
  const longer = sample.filter((length) => length > since)
  const sum = sample.reduce((total, length) => total + length, 0)
  return () => {
    const drawn = longer[Math.floor(random() * longer.length)]
    return drawn === undefined ? (random() * sum) / sample.length / 2 : drawn - since
  }
}

function earliest(free: Float64Array): number {
  let found = 0
  for (let index = 1; index < free.length; index += 1)
    if ((free[index] ?? 0) < (free[found] ?? 0)) found = index
  return found
}

/** The smallest value that so large a share of the ordered values does not exceed. */
export function quantile(ordered: ArrayLike<number>, share: number): number {
  const index = Math.max(0, Math.ceil(share * ordered.length) - 1)
  return ordered[Math.min(index, ordered.length - 1)] ?? 0
}
