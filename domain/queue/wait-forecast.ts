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
const RUNS = 400
/** A day holds no more than this, and a forecast beyond it says nothing. */
const MOST_AHEAD = 500

/**
 * How long somebody waits who takes a ticket now: the queue is played through many times with lengths drawn from what
 * services really took, and the waits are ordered. The same facts give the same answer. Null: no window is open.
 */
export function forecastWait(facts: ForecastFacts): WaitForecast | null {
  const { services, windows, busy } = facts
  if (windows <= 0) return null
  const ahead = Math.min(facts.ahead, MOST_AHEAD)
  const lengths = lengthsOf(facts)
  const random = seededRandom(ahead * 8191 + windows * 131 + lengths.length)
  const draw = () => lengths[Math.floor(random() * lengths.length)] ?? 0
  // Whoever looks at a busy window meets long services more often than short ones.
  const longest = Math.max(...lengths)
  const drawMet = () => {
    for (;;) {
      const length = draw()
      if (random() * longest <= length) return length
    }
  }
  const waits = Array.from({ length: RUNS }, () => {
    const free = Array.from({ length: windows }, (_, index) =>
      index < busy ? drawMet() * random() : 0,
    )
    for (let person = 0; person < ahead; person += 1) {
      const next = earliest(free)
      free[next] = (free[next] ?? 0) + draw()
    }
    return free[earliest(free)] ?? 0
  }).toSorted((one, other) => one - other)
  return { p50: quantile(waits, 0.5), p90: quantile(waits, 0.9), services: services.length }
}

function lengthsOf({ services, usualSeconds }: ForecastFacts): readonly number[] {
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
