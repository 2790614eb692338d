/** A queue of `windows` equal windows: Poisson arrivals, exponential service (M/M/c). Rates are people an hour. */
export type Staffing = {
  readonly windows: number
  readonly arrivalsPerHour: number
  /** Mean minutes of one service. */
  readonly serviceMinutes: number
}

export type StaffingResult = {
  /** Share of the windows' time that is work; 1 and more: the queue only grows. */
  readonly utilisation: number
  /** That somebody waits at all, 0 to 1. */
  readonly waitProbability: number
  /** Mean minutes, of everybody; null: the queue only grows. */
  readonly meanWaitMinutes: number | null
}

/** Erlang C by the recursion of Erlang B, which stays exact for hundreds of windows. */
export function erlangC(windows: number, load: number): number {
  if (windows <= load) return 1
  let blocked = 1
  for (let count = 1; count <= windows; count += 1)
    blocked = (load * blocked) / (count + load * blocked)
  return blocked / (1 - (load / windows) * (1 - blocked))
}

export function staffingOf({ windows, arrivalsPerHour, serviceMinutes }: Staffing): StaffingResult {
  const load = (arrivalsPerHour * serviceMinutes) / 60
  const waitProbability = erlangC(windows, load)
  return {
    utilisation: windows === 0 ? Number.POSITIVE_INFINITY : load / windows,
    waitProbability,
    meanWaitMinutes: windows > load ? (waitProbability * serviceMinutes) / (windows - load) : null,
  }
}

/** Share of the people, 0 to 1, who wait no longer than so many minutes. */
export function servedWithin(staffing: Staffing, minutes: number): number {
  const { windows, arrivalsPerHour, serviceMinutes } = staffing
  const load = (arrivalsPerHour * serviceMinutes) / 60
  if (windows <= load) return 0
  const decay = Math.exp((-(windows - load) * minutes) / serviceMinutes)
  return 1 - erlangC(windows, load) * decay
}

/** The fewest windows with which that share waits no longer than that; undefined: not with `most` either. */
export function windowsNeeded(
  demand: Omit<Staffing, 'windows'>,
  target: { readonly share: number; readonly minutes: number },
  most = 99,
): number | undefined {
  for (let windows = 1; windows <= most; windows += 1)
    if (servedWithin({ ...demand, windows }, target.minutes) >= target.share) return windows
  return undefined
}
