import { seededRandom } from './seeded-random.ts'

/** All times in seconds. */
export type ForecastFacts = {
  /** Lengths of recent services of the queue, in any order. */
  readonly services: readonly number[]
  /** What the hall is configured to expect: counts until there are facts enough. */
  readonly usualSeconds: number
  /** People who are called before. */
  readonly ahead: number
  /** Open windows that serve the queue, and how many of them have somebody. */
  readonly windows: number
  readonly busy: number
}

export type WaitForecast = {
  readonly p50: number
  readonly p90: number
  /** How many real services it rests on. */
  readonly services: number
}

/** Fewer facts than this are filled up with the configured average, spread as services usually are. */
const ENOUGH = 12
/** Mean 1, longer to the right: most services are short, some are long. */
const USUAL_SPREAD = [0.3, 0.45, 0.6, 0.75, 0.85, 0.95, 1.05, 1.15, 1.3, 1.45, 1.65, 1.5]
const RUNS = 300
/** A longer line is not played through: its wait grows as its length. */
const MOST_AHEAD = 200

/**
 * How long somebody waits who takes a ticket now: the queue is played through many times with lengths drawn from what
 * services really took, and the waits are ordered. The same facts give the same answer. Null: no window is open.
 */
export function forecastWait({ ahead, ...facts }: ForecastFacts): WaitForecast | null {
  return forecastAt(forecastWaits(facts, ahead), ahead)
}

/** The forecast of one place; beyond those that were played through the last one grows with the line. */
export function forecastAt(forecasts: readonly WaitForecast[], ahead: number): WaitForecast | null {
  const last = forecasts.at(-1)
  if (last === undefined) return null
  const known = forecasts[ahead]
  if (known !== undefined) return known
  const times = (ahead + 1) / forecasts.length
  return { ...last, p50: last.p50 * times, p90: last.p90 * times }
}

/** The forecast of every place in the line, with nobody ahead first, up to so many ahead. Empty: no window is open. */
export function forecastWaits(
  facts: Omit<ForecastFacts, 'ahead'>,
  mostAhead: number,
): readonly WaitForecast[] {
  const { services, windows, busy } = facts
  if (windows <= 0) return []
  const lengths = lengthsOf(facts)
  const random = seededRandom(windows * 131 + busy * 17 + lengths.length)
  const draw = () => lengths[Math.floor(random() * lengths.length)] ?? 0
  // Whoever looks at a busy window meets long services more often than short ones.
  const longest = Math.max(...lengths)
  const drawMet = () => {
    for (;;) {
      const length = draw()
      if (random() * longest <= length) return length
    }
  }
  const places = Math.min(mostAhead, MOST_AHEAD) + 1
  const waits = Array.from({ length: places }, () => new Array<number>(RUNS).fill(0))
  for (let run = 0; run < RUNS; run += 1) {
    const free = Array.from({ length: windows }, (_, index) =>
      index < busy ? drawMet() * random() : 0,
    )
    for (const wait of waits) {
      const next = earliest(free)
      const begins = free[next] ?? 0
      wait[run] = begins
      free[next] = begins + draw()
    }
  }
  return waits.map((wait) => {
    const ordered = wait.toSorted((one, other) => one - other)
    const [p50, p90] = [quantile(ordered, 0.5), quantile(ordered, 0.9)]
    return { p50, p90, services: services.length }
  })
}

function lengthsOf({
  services,
  usualSeconds,
}: Pick<ForecastFacts, 'services' | 'usualSeconds'>): readonly number[] {
  const real = services.filter((length) => length > 0)
  const missing = Math.max(0, ENOUGH - real.length)
  // Taken evenly over the spread, so that a few of them still have its mean.
  const usual = Array.from({ length: missing }, (_, index) => {
    const at = Math.floor(((index + 0.5) * USUAL_SPREAD.length) / missing)
    return (USUAL_SPREAD[at] ?? 1) * usualSeconds
  })
  return [...real, ...usual].map((length) => Math.max(1, length))
}

function earliest(free: readonly number[]): number {
  let found = 0
  for (let index = 1; index < free.length; index += 1)
    if ((free[index] ?? 0) < (free[found] ?? 0)) found = index
  return found
}

/** The smallest value that so large a share of the ordered values does not exceed. */
export function quantile(ordered: readonly number[], share: number): number {
  const index = Math.max(0, Math.ceil(share * ordered.length) - 1)
  return ordered[Math.min(index, ordered.length - 1)] ?? 0
}
