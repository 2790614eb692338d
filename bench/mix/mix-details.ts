import { isBroken, rateOf, type MixRound } from './mix-round.ts'

export type MixSeen = {
  readonly base: MixRound
  readonly steps: readonly MixRound[]
  readonly people: number
  /** The hall's share of them, and its screens beside them. */
  readonly hall: { readonly windows: number; readonly visitors: number; readonly screens: number }
  readonly streams: number
  /** Milliseconds. */
  readonly listBeat: number
  readonly applications: number
}

/** How it was measured and what else was seen, as Markdown. */
export function mixDetails({
  base,
  steps,
  people,
  hall,
  streams,
  listBeat,
  applications,
}: MixSeen): string {
  const { tally } = base
  const think = people / tally.visitsASecond
  return [
    `${people} people with a session each on ${applications} applications, ${streams} live feeds open, papers typeset and signed. ` +
      `Each sits down every ${think.toFixed(0)} s on average; a list on screen follows the feed at most every ${listBeat / 1000} s. ` +
      `${(tally.requests / tally.seconds).toFixed(0)} requests/s for ${tally.seconds.toFixed(0)} s. ` +
      `Of the ${people}, ${hall.windows} are clerks signed on at windows of the hall, who call, begin, transfer and finish, and ${hall.visitors} are citizens who take tickets at its kiosks, follow them on their phones and book half-hours; ${hall.screens} screens of the hall stand beside them.`,
    '',
    '| operation | count | p50 ms | p95 ms | p99 ms | most |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...tally.operations.map(
      ({ kind, name, count, p50, p95, p99, max }) =>
        `| ${name} (${kind}) | ${count} | ${[p50, p95, p99, max].map((value) => value.toFixed(1)).join(' | ')} |`,
    ),
    '',
    `Live updates seen: ${tally.liveCount}, median ${tally.live.p50.toFixed(0)} ms, 95th ${tally.live.p95.toFixed(0)} ms.`,
    `Refused because somebody else was faster: ${counted(tally.refusals)}. Errors: ${counted(tally.errors)}.`,
    `Visits that nobody had time for: ${tally.visitsLeftOut}.`,
    '',
    '| requests/s | reads p95 ms | writes p95 ms | errors | cores: server | PostgreSQL | client |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...[base, ...steps].map(stepRow),
    '',
    brokenAt(steps),
    '',
    'Everybody of the staff hears of everything that moves in the region. A page reads its counts and its list anew after that ' +
      `in a beat that grows to ${listBeat / 1000} s while acts go on coming (web/api/list-beat.ts), as here: ${streams} screens ` +
      'that asked at every act would be a load of their own.',
  ].join('\n')
}

function stepRow(round: MixRound): string {
  const { tally, serverCpu, postgresCpu } = round
  const errors = Object.values(tally.errors).reduce((sum, count) => sum + count, 0)
  const cores = [serverCpu, postgresCpu, tally.clientCpu].map((cpu) =>
    (cpu / tally.seconds).toFixed(2),
  )
  return `| ${rateOf(round)} | ${tally.reads.p95.toFixed(1)} | ${tally.writes.p95.toFixed(1)} | ${errors} | ${cores.join(' | ')} |`
}

function brokenAt(steps: readonly MixRound[]): string {
  const broken = steps.find(isBroken)
  return broken === undefined
    ? 'No step broke the promised times.'
    : `The promised times broke at ${rateOf(broken)} requests/s.`
}

function counted(counts: Readonly<Record<string, number>>): string {
  const shown = Object.entries(counts).map(([what, count]) => `${count} × ${what}`)
  return shown.length === 0 ? 'none' : shown.join(', ')
}
