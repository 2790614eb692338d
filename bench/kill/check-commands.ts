import { isDeepStrictEqual } from 'node:util'
import type { CommandReply } from '../../contract/application-commands.ts'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import { movesVersion } from '../../domain/application/moves-version.ts'
import type { Database } from '../../server/database/connect.ts'
import type { Findings } from './findings.ts'
import { groupBy } from './group-by.ts'
import type { JournalEntry } from './journal.ts'

type LogRow = {
  readonly commandId: string
  readonly applicationId: string
  readonly reply: CommandReply
}
type EventRow = {
  readonly applicationId: string
  readonly seq: number
  readonly version: number
  readonly commandId: string
  readonly type: ApplicationEvent['type']
  readonly recordedAt: string
}

const LOG = `
  select command_id as "commandId", application_id as "applicationId", reply from command_log where region_code = $1`
const EVENTS = `
  select application_id as "applicationId", seq, version, command_id as "commandId", type, recorded_at as "recordedAt"
    from application_event where region_code = $1 order by application_id, seq`

export async function countEvents(db: Database, regionCode: number): Promise<number> {
  const events = 'select count(*)::int as count from application_event where region_code = $1'
  const [row] = await db.query<{ count: number }>(events, [regionCode])
  return row?.count ?? 0
}

export type CommandCounts = {
  readonly events: number
  /** Acts that were done although their first answer was lost: sent again, they were answered and not repeated. */
  readonly doneUnheard: number
}

/** What the database says of each command, against what its sender was told. */
export async function checkCommands(
  db: Database,
  regionCode: number,
  entries: readonly JournalEntry[],
  findings: Findings,
): Promise<CommandCounts> {
  const log = await db.query<LogRow>(LOG, [regionCode])
  const events = await db.query<EventRow>(EVENTS, [regionCode])
  const logged = new Map(log.map((row) => [row.commandId, row]))
  const eventsOf = groupBy(events, ({ commandId }) => commandId)
  for (const entry of entries) {
    const row = logged.get(entry.commandId)
    checkAnswers(entry, row, findings)
    if (row !== undefined) checkEvents(entry, row, eventsOf.get(entry.commandId) ?? [], findings)
  }
  for (const { commandId } of log)
    if (!eventsOf.has(commandId)) findings.add('lost', `${commandId} is in the log without events`)
  for (const commandId of eventsOf.keys())
    if (!logged.has(commandId)) findings.add('lost', `${commandId} has events and no log entry`)
  checkActsOnce(entries, events, findings)
  const doneUnheard = entries.filter(({ commandId, lostAt }) => {
    const recordedAt = eventsOf.get(commandId)?.[0]?.recordedAt
    return lostAt !== undefined && recordedAt !== undefined && Date.parse(recordedAt) < lostAt
  })
  return { events: events.length, doneUnheard: doneUnheard.length }
}

function checkAnswers(entry: JournalEntry, row: LogRow | undefined, findings: Findings): void {
  const { replies, refusals } = entry
  const [first] = replies
  const name = nameOf(entry)
  if (first === undefined) {
    if (row !== undefined && refusals.length > 0)
      findings.add('refused-yet-done', `${name} was refused with ${refusals.join(', ')}`)
    return
  }
  if (row === undefined) return findings.add('lost', `${name} was acknowledged`)
  if (!isDeepStrictEqual(row.reply, first) || row.applicationId !== entry.applicationId)
    findings.add('answered-differently', `${name}: the log keeps another reply`)
}

/** However often a command was sent, it had one answer. */
export function checkReplies(entries: readonly JournalEntry[], findings: Findings): void {
  for (const entry of entries) {
    const { replies, refusals } = entry
    if (!replies.every((reply) => isDeepStrictEqual(reply, replies[0])))
      findings.add('answered-differently', `${nameOf(entry)} had two different replies`)
    if (refusals.length > 0)
      findings.add(
        'answered-differently',
        `${nameOf(entry)} was done and refused (${refusals.join(', ')})`,
      )
  }
}

/** Exactly one set of events: one run of the chain, on one application, just between the two versions. */
function checkEvents(
  entry: JournalEntry,
  { reply }: LogRow,
  events: readonly EventRow[],
  findings: Findings,
): void {
  const first = events[0]
  const last = events.at(-1)
  const name = nameOf(entry)
  if (first === undefined || last === undefined) return findings.add('lost', `${name} has no event`)
  const isOneRun =
    events.every(({ applicationId }) => applicationId === entry.applicationId) &&
    last.seq - first.seq + 1 === events.length &&
    first.version > entry.expectedVersion &&
    last.version === reply.version &&
    new Set(events.map(({ type }) => type)).size === events.length
  if (!isOneRun)
    findings.add(
      'doubled',
      `${name}: ${events.map(({ seq, type }) => `${seq} ${type}`).join(', ')}`,
    )
}

/** A rival's act and a repeated one count as well: each step of a life was acknowledged once and stands once. */
function checkActsOnce(
  entries: readonly JournalEntry[],
  events: readonly EventRow[],
  findings: Findings,
): void {
  const ours = new Set(entries.map(({ applicationId }) => applicationId))
  const done = entries.filter(({ replies }) => replies.length > 0)
  for (const [step, twice] of groupBy(done, (entry) => `${entry.step} ${entry.applicationId}`))
    if (twice.length > 1) findings.add('doubled', `${step} was acknowledged ${twice.length} times`)
  const acts = events.filter(
    ({ applicationId, type }) =>
      ours.has(applicationId) && movesVersion({ type } as ApplicationEvent),
  )
  for (const [act, twice] of groupBy(acts, (event) => `${event.type} ${event.applicationId}`))
    if (twice.length > 1)
      findings.add('doubled', `${act} stands ${twice.length} times in its history`)
}

function nameOf({ step, commandId, applicationId }: JournalEntry): string {
  return `${step} ${commandId} on ${applicationId}`
}
