import type { LocalDate } from '../../shared/ids.ts'

/** Anything of the catalogue that has numbered versions, each in force from 00:00 of its day. */
export type Versioned = { readonly version: number; readonly effectiveOn: LocalDate }

/** The highest version whose day has come: a later one that was published for an earlier day goes before it. */
export function inForceOn<Of extends Versioned>(
  versions: readonly Of[],
  on: LocalDate,
): Of | undefined {
  return versions
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .reduce<Of | undefined>(
      (best, one) => (best === undefined || one.version > best.version ? one : best),
      undefined,
    )
}

/** The next version that will take the place of the one in force; one that a higher version overtakes never does. */
export function nextScheduled<Of extends Versioned>(
  versions: readonly Of[],
  today: LocalDate,
): Of | undefined {
  const current = inForceOn(versions, today)?.version ?? 0
  const [next] = versions
    .filter(({ version, effectiveOn }) => effectiveOn > today && version > current)
    .toSorted((a, b) => compare(a.effectiveOn, b.effectiveOn) || b.version - a.version)
  return next
}

export type Standing = 'in-force' | 'scheduled' | 'past'

/** `past`: superseded, or overtaken before its day came. */
export function standingOf(
  versions: readonly Versioned[],
  version: number,
  today: LocalDate,
): Standing {
  const current = inForceOn(versions, today)
  if (current?.version === version) return 'in-force'
  const own = versions.find((one) => one.version === version)
  if (own === undefined || own.effectiveOn <= today) return 'past'
  return inForceOn(versions, own.effectiveOn)?.version === version ? 'scheduled' : 'past'
}

/** The number that the next version gets. */
export function nextVersion(versions: readonly Versioned[]): number {
  return Math.max(0, ...versions.map(({ version }) => version)) + 1
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
