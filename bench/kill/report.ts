import type { JournalEntry } from './journal.ts'
import type { KillOptions } from './options.ts'
import type { KillRun } from './run-kills.ts'

/** The table that the run ends with, and what must not be. */
export function report(options: KillOptions, run: KillRun): string {
  const { findings, checked, kept } = run
  const rows = [...ofTheLoad(options, run), ...ofTheChecks(run)]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`)
  for (const { kind, what } of findings.all.slice(0, 40)) lines.push(`✗ ${kind}: ${what}`)
  if (findings.all.length > 40) lines.push(`✗ and ${findings.all.length - 40} more`)
  if (kept !== undefined) lines.push(`data kept in ${kept}`)
  const passed = checked !== undefined && findings.all.length === 0
  lines.push(
    passed
      ? 'passed: nothing lost, nothing doubled, trail intact, every number explained'
      : `failed: ${findings.all.length} findings`,
  )
  return lines.join('\n')
}

type Row = readonly [name: string, value: string]

function ofTheLoad(options: KillOptions, { kills, journal, took, api }: KillRun): Row[] {
  const gaps = kills.map(({ gap }) => gap).toSorted((a, b) => a - b)
  const inFlight = kills.reduce((sum, kill) => sum + kill.inFlight, 0)
  const { entries } = journal
  const sent = (test: (entry: JournalEntry) => boolean) => String(entries.filter(test).length)
  const statuses = [...api.tally.statuses].toSorted(([a], [b]) => a - b)
  return [
    ['kills', `${kills.length} of ${options.kills}, ${options.victim}, seed ${options.seed}`],
    [
      'commands in flight at the kills',
      `${inFlight}, at ${kills.filter((kill) => kill.inFlight > 0).length} kills`,
    ],
    [
      'gap, ms (min / median / max)',
      [gaps.at(0), gaps[gaps.length >> 1], gaps.at(-1)].map(rounded).join(' / '),
    ],
    ['clients', String(options.clients)],
    ['commands given', String(entries.length)],
    ['acknowledged', sent(({ replies }) => replies.length > 0)],
    [
      'refused (another was faster)',
      sent(({ replies, refusals }) => replies.length === 0 && refusals.length > 0),
    ],
    ['retried after no answer', sent(({ unanswered }) => unanswered > 0)],
    [
      'of these acknowledged in the end',
      sent(({ unanswered, replies }) => unanswered > 0 && replies.length > 0),
    ],
    [
      'answers by status (0: none)',
      statuses.map(([status, count]) => `${status} × ${count}`).join(', '),
    ],
    ['sessions lost', String(api.tally.sessionsLost)],
    ['seconds', took.toFixed(0)],
  ]
}

function ofTheChecks({ findings, checked }: KillRun): Row[] {
  const verdicts: Row[] = [
    ['lost', String(findings.count('lost'))],
    ['doubled', String(findings.count('doubled'))],
    ['answered differently', String(findings.count('answered-differently'))],
    ['refused yet done', String(findings.count('refused-yet-done'))],
    ['stuck', String(findings.count('stuck'))],
  ]
  if (checked === undefined) return [...verdicts, ['checks', 'not reached']]
  const { lives, commands, papers, verified } = checked
  return [
    ...verdicts,
    ['lives from receipt to archive', String(lives)],
    ['events', String(commands.events)],
    ['done unheard, answered when sent again', String(commands.doneUnheard)],
    ['notices / NoticeSigned', `${papers.notices} / ${papers.signed}`],
    ['PDFs of notices and certificates', String(papers.signed + papers.certificates)],
    ['reactions, begun again', `${papers.reactions}, ${papers.begunAgain}`],
    [
      'verify',
      `${verified.applications} chains, ${verified.events} events, ${verified.files} files, ` +
        `${verified.series} series of numbers: ${findings.count('trail')} findings`,
    ],
  ]
}

function rounded(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '–' : String(Math.round(milliseconds))
}
