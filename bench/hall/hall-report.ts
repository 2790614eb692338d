import { figure } from '../figure.ts'
import type { MixTally } from '../mix/mix-messages.ts'
import { READS_MS, WRITES_MS } from '../mix/mix-round.ts'
import type { Measured, SectionReport } from '../section.ts'
import type { OnScreens } from './calls-on-screens.ts'
import type { HallPast } from './hall-past.ts'
import type { Merging } from './offline-journal.ts'
import type { Race } from './race.ts'

export type HallSeen = {
  readonly applications: number
  readonly past: HallPast
  /** After the doors have opened, appointments included. */
  readonly morning: MixTally
  readonly door: { readonly tickets: number; readonly seconds: number }
  readonly doorTally: MixTally
  /** Of the morning proper: seconds, requests, processor time in seconds. */
  readonly pace: {
    readonly seconds: number
    readonly requests: number
    readonly serverCpu: number
    readonly postgresCpu: number
  }
  readonly screens: number
  readonly onScreens: OnScreens
  readonly windows: number
  readonly race: Race
  readonly raceTally: MixTally
  readonly merging: Merging
  readonly mergeTally: MixTally
  /** Bytes. */
  readonly memory: number
}

const CALL_TO_SCREEN_MS = 200

export function hallReport(seen: HallSeen): SectionReport {
  return { measured: measuredOf(seen), details: detailsOf(seen) }
}

function measuredOf(seen: HallSeen): readonly Measured[] {
  const { morning, door, doorTally, race, raceTally, merging, mergeTally, onScreens, screens } =
    seen
  const errors = [morning, doorTally, raceTally, mergeTally]
    .map(errorsOf)
    .reduce((sum, one) => sum + one, 0)
  const missing = merging.intakes - merging.merged
  return [
    figure('reads, 95th percentile', morning.reads.p95, 'ms', { atMost: READS_MS }),
    ...slowest(morning, 'read', READS_MS),
    figure('writes, 95th percentile', morning.writes.p95, 'ms', { atMost: WRITES_MS }),
    ...slowest(morning, 'write', WRITES_MS),
    figure('tickets a second as the doors open', door.tickets / door.seconds, '/s'),
    figure('a ticket as the doors open, 95th percentile', doorTally.writes.p95, 'ms'),
    figure(`call to screen, ${screens} screens, median`, onScreens.callToScreen.p50, 'ms'),
    figure(`call to screen, ${screens} screens, p99`, onScreens.callToScreen.p99, 'ms', {
      atMost: CALL_TO_SCREEN_MS,
    }),
    figure('calls that a screen did not hear', onScreens.lost, '', { atMost: 0 }),
    figure(`${seen.windows} windows calling at once, calls`, race.calls / race.seconds, '/s'),
    figure('processor time a call, server', (race.serverCpu * 1000) / race.calls, 'ms'),
    figure('processor time a call, PostgreSQL', (race.postgresCpu * 1000) / race.calls, 'ms'),
    figure('tickets called twice', race.calledTwice, '', { atMost: 0 }),
    figure('intakes merged from a journal', merging.merged / merging.seconds, '/s'),
    figure('intakes that did not merge as they are', missing, '', { atMost: 0 }),
    figure('errors', errors, '', { atMost: 0 }),
    figure('memory of the server, at most', seen.memory / 2 ** 20, 'MB', { atMost: 400 }),
  ]
}

/** The operation of a kind whose 95th percentile is the highest. */
function slowest(
  { operations }: MixTally,
  kind: 'read' | 'write',
  atMost: number,
): readonly Measured[] {
  const [worst] = operations
    .filter((operation) => operation.kind === kind)
    .toSorted((a, b) => b.p95 - a.p95)
  if (worst === undefined) return []
  return [figure(`${kind}s, the slowest (${worst.name}), p95`, worst.p95, 'ms', { atMost })]
}

function detailsOf(seen: HallSeen): string {
  const { morning, pace, race, raceTally, onScreens, merging, past } = seen
  const cores = (seconds: number) => (seconds / pace.seconds).toFixed(2)
  const { callToScreen } = onScreens
  return [
    `A region of ${seen.applications} applications whose hall has ${past.days} days of ${past.tickets} tickets behind it, ` +
      `${seen.windows} windows with their clerks and some more where nobody comes, ${seen.screens} screens on the hall's feed, each from an address of its own. ` +
      `The minutes of a morning are made short: ${(pace.requests / pace.seconds).toFixed(0)} requests/s for ${pace.seconds.toFixed(0)} s, ` +
      `${cores(pace.serverCpu)} cores for the server, ${cores(pace.postgresCpu)} for PostgreSQL. The hall is open around the clock, as in a demonstration.`,
    '',
    '| operation | count | p50 ms | p95 ms | p99 ms | most |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...[morning, raceTally, seen.mergeTally].flatMap(({ operations }) => operations.map(row)),
    '',
    `A call is timed from F2 until its message is at a screen, the command included: ${onScreens.calls} calls, ${ms(callToScreen.p50)} median, ${ms(callToScreen.p95)} p95, ${ms(callToScreen.max)} at most. ` +
      'The screens live in the process that measures, on the same processors.',
    `${seen.windows} windows press F2 without looking up, each finishing the one before in the same act: ${race.calls} calls in ${race.seconds.toFixed(1)} s. Called twice is counted in the record of the day (ticket_event), over the whole morning.`,
    `A journal of ${merging.intakes} intakes under reserved numbers, one after the other as the journal has them, while their receipts are typeset: ${merging.seconds.toFixed(1)} s.`,
    `Refused: ${counted(morning.refusals)}. Errors: ${counted(allErrors(seen))}.`,
  ].join('\n')
}

function row({ kind, name, count, p50, p95, p99, max }: MixTally['operations'][number]): string {
  const times = [p50, p95, p99, max].map((value) => value.toFixed(1)).join(' | ')
  return `| ${name} (${kind}) | ${count} | ${times} |`
}

function allErrors({
  morning,
  doorTally,
  raceTally,
  mergeTally,
}: HallSeen): Readonly<Record<string, number>> {
  return { ...doorTally.errors, ...morning.errors, ...raceTally.errors, ...mergeTally.errors }
}

function errorsOf({ errors }: MixTally): number {
  return Object.values(errors).reduce((sum, count) => sum + count, 0)
}

function counted(counts: Readonly<Record<string, number>>): string {
  const shown = Object.entries(counts).map(([what, count]) => `${count} × ${what}`)
  return shown.length === 0 ? 'none' : shown.join(', ')
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`
}
