import type pg from 'pg'
import type { Database } from '../../database/connect.ts'
import { sm3Hex } from '../../event-log/chain.ts'
import type { Finding } from '../findings.ts'
import { readChain, type Chain } from '../read-chain.ts'
import { goneRow, verifyChain, verifyLinks, type ChainBreak } from '../verify-chain.ts'
import { verifyFiles, type FileLink } from '../verify-files.ts'
import {
  applicationColumns,
  applicationRowAt,
  stateOf,
  type ApplicationRow,
} from './application-rows.ts'
import { eventParser, isSameApplication, quickCheck } from './check-rows.ts'
import { copyOut, newArena, type WireArena, type WireRows } from './copy-out.ts'
import { chainLinkAt, EVENT_AT, EVENT_COLUMNS, uuidAt } from './event-rows.ts'

/** Applications with `after` < id ≤ `upTo`, and every event with such an id. */
export type Range = {
  readonly regionCode: number
  readonly after: string
  readonly upTo: string
}

export type Depth = {
  /** Replay every state and compare the columns that repeat the event. */
  readonly states: boolean
  /** The bytes of notices and materials; needs `states`. */
  readonly files: boolean
}

export type RangeVerdict = {
  readonly applications: number
  readonly events: number
  readonly files: number
  readonly findings: readonly Finding[]
  /** Applications whose events were not stored as they were hashed, and were read the slow way. */
  readonly slow: number
}

/** Kept between ranges by whoever verifies several one after another. */
export type RangeReader = {
  readonly applications: WireArena
  readonly events: WireArena
}

export const newRangeReader = (): RangeReader => ({
  applications: newArena(),
  events: newArena(),
})

export async function verifyRange(
  db: Database,
  reader: RangeReader,
  range: Range,
  depth: Depth,
): Promise<RangeVerdict> {
  const { regionCode } = range
  const { applications, events } = await readRange(db, reader, range, depth)
  const findings: Finding[] = []
  const links: FileLink[] = []
  const numbers = new Map<string, string>()
  const { fitsChain, fitsState } = quickCheck(regionCode)
  const parse = eventParser()
  let slow = 0

  for (const { application, from, to } of pairs(regionCode, applications, events)) {
    if (application !== undefined && fitsChain(application, events, from, to)) {
      if (!depth.states) continue
      const parsed = parse(events, from, to)
      if (fitsState(application, parsed, events, from)) {
        if (depth.files) collect(application, parsed)
        continue
      }
    }
    slow += 1
    const chain = chainOf(regionCode, application, events, from, to)
    const broken =
      brokenIn(chain, depth) && (await brokenStill(db, regionCode, chain.applicationId, depth))
    if (broken) findings.push({ regionCode, subject: subjectOf(chain), what: broken.what })
    else if (depth.files) links.push(...chain.links)
    numbers.set(chain.applicationId, subjectOf(chain))
  }

  function collect(application: ApplicationRow, parsed: readonly { readonly type: string }[]) {
    const { applicationId } = application
    numbers.set(applicationId, `办件 ${application.number}`)
    for (const [index, data] of parsed.entries()) {
      const named = data.type === 'NoticeSigned' || data.type === 'MaterialAttached'
      if (named) links.push({ applicationId, seq: index + 1, data })
    }
  }

  // What a broken chain says of its files proves nothing.
  const checked = await verifyFiles(db, regionCode, links)
  for (const { applicationId, what } of checked.broken) {
    const subject = numbers.get(applicationId) ?? `办件 ${applicationId}`
    findings.push({ regionCode, subject, what })
  }
  return {
    applications: applications.count,
    events: events.count,
    files: checked.files,
    findings,
    slow,
  }
}

/** Row and events as they stood at one moment. */
async function readRange(db: Database, reader: RangeReader, range: Range, { states }: Depth) {
  const client = await db.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const applications = await copyRange(
      client,
      'application',
      applicationColumns(states),
      reader,
      range,
    )
    const events = await copyRange(client, 'application_event', EVENT_COLUMNS, reader, range)
    await client.query('commit')
    client.release()
    return { applications, events }
  } catch (error) {
    client.release(true)
    throw error
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** COPY takes no parameters: the values are written out, and are numbers and UUIDs or nothing at all. */
async function copyRange(
  client: pg.ClientBase,
  table: 'application' | 'application_event',
  columns: string,
  reader: RangeReader,
  { regionCode, after, upTo }: Range,
): Promise<WireRows> {
  if (!Number.isSafeInteger(regionCode) || !UUID.test(after) || !UUID.test(upTo)) {
    throw new Error('Not a range of applications')
  }
  const order = table === 'application' ? 'application_id' : 'application_id, seq'
  const select = `select ${columns} from ${table} where region_code = ${regionCode}
    and application_id > '${after}' and application_id <= '${upTo}' order by ${order}`
  const arena = table === 'application' ? reader.applications : reader.events
  return await copyOut(client, `copy (${select}) to stdout (format binary)`, arena)
}

type Pair = {
  /** Undefined when events stand there without their application. */
  readonly application: ApplicationRow | undefined
  readonly from: number
  readonly to: number
}

/** Both come in the order of the application's id: each application with its events, if it has any. */
function* pairs(regionCode: number, applications: WireRows, events: WireRows): Generator<Pair> {
  let from = 0
  let row = 0
  while (row < applications.count || from < events.count) {
    const order = compareIds(applications, row, events, from)
    let to = from
    if (order >= 0) to = endOfChain(events, from)
    const application = order <= 0 ? applicationRowAt(regionCode, applications, row) : undefined
    yield { application, from, to }
    if (order <= 0) row += 1
    from = to
  }
}

/** Below 0: the application comes first and has no events. Above: the events have no application. */
function compareIds(applications: WireRows, row: number, events: WireRows, event: number): number {
  if (row >= applications.count) return 1
  if (event >= events.count) return -1
  const a = (applications.starts[row] ?? 0) + EVENT_AT.application
  const b = (events.starts[event] ?? 0) + EVENT_AT.application
  return applications.bytes.compare(events.bytes, b, b + 16, a, a + 16)
}

function endOfChain(events: WireRows, from: number): number {
  const start = events.starts[from] ?? 0
  let to = from + 1
  while (to < events.count && isSameApplication(events, start, events, events.starts[to] ?? 0)) {
    to += 1
  }
  return to
}

function chainOf(
  regionCode: number,
  application: ApplicationRow | undefined,
  events: WireRows,
  from: number,
  to: number,
): Chain {
  const links = Array.from({ length: to - from }, (_, index) =>
    chainLinkAt(regionCode, events, from + index),
  )
  const row = application && { ...application, state: stateOf(application) }
  const start = (events.starts[from] ?? 0) + EVENT_AT.application
  return { applicationId: row?.applicationId ?? uuidAt(events.bytes, start), row, links }
}

function brokenIn({ row, links }: Chain, { states }: Depth): ChainBreak | null {
  if (row === undefined) return goneRow(links)
  return states ? verifyChain(sm3Hex, row, links) : verifyLinks(sm3Hex, row, links)
}

/** Once more, from rows read anew: nothing is called broken for a slip in the reading. */
async function brokenStill(db: Database, regionCode: number, applicationId: string, depth: Depth) {
  const chain = await readChain(db, regionCode, applicationId)
  return chain ? brokenIn(chain, depth) : null
}

function subjectOf({ applicationId, row }: Pick<Chain, 'applicationId' | 'row'>): string {
  return `办件 ${row?.number ?? applicationId}`
}
