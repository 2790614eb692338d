import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import { canonicalJson } from '../../domain/trail/canonical-json.ts'
import { CHAIN_START, eventTextHash } from '../../domain/trail/event-hash.ts'
import { newId, sm3Hex } from '../event-log/chain.ts'
import { commandRoad } from './testing/command-road.ts'
import { clerk } from './testing/commanders.ts'

const { database: db } = await freshDatabase({ maxConnections: 16 })
const { regionCode, give, receive, received } = commandRoad(db)

const EVENTS = `select seq, version, command_id as "commandId", type, data::text as text, recorded_at as "recordedAt", origin,
    encode(hash, 'hex') as hash
  from application_event where region_code = $1 and application_id = $2 order by seq`
type StoredEvent = {
  seq: number
  version: number
  commandId: string
  type: string
  text: string
  recordedAt: string
  origin: string
  hash: string
}

test('an event is stored as the very text that its hash covers', async () => {
  const applicationId = await received()
  const asked = await give(applicationId, 1, clerk(), {
    type: 'RequestCorrection',
    materials: [10, 2],
    text: '"引号"、\\反斜线\\、\n换行、𠮷、é与e\u0301',
  } as never)
  expect(asked).toMatchObject({ ok: true })
  const events = await db.query<StoredEvent>(EVENTS, [regionCode, applicationId])
  expect(events.length).toBeGreaterThan(1)
  let previous = CHAIN_START
  for (const { text, hash, ...event } of events) {
    expect(text).toBe(canonicalJson(JSON.parse(text)))
    expect((JSON.parse(text) as ApplicationEvent).type).toBe(event.type)
    const source = { ...event, regionCode, applicationId }
    expect(eventTextHash(sm3Hex, previous, source, text)).toBe(hash)
    previous = hash
  }
})

test('sixteen clients at one application and one counter: nobody deadlocks, nothing doubles, no number is missing', async () => {
  const applicationId = await received()
  const clients = Array.from({ length: 16 }, () => clerk())
  const outcomes = await Promise.all(
    clients.flatMap((by) => [
      // All of them want the same application, the same day's number and the same series of receipts.
      give(applicationId, 1, by, { type: 'AcceptApplication' }),
      receive(newId(), by),
    ]),
  )
  const accepted = outcomes.filter((_, index) => index % 2 === 0)
  expect(accepted.filter(({ ok }) => ok)).toHaveLength(1)
  for (const outcome of accepted)
    if (!outcome.ok) expect(outcome.violation).toMatchObject({ code: 'changed-meanwhile' })
  const receipts = outcomes.filter((_, index) => index % 2 === 1)
  expect(receipts.every(({ ok }) => ok)).toBe(true)

  const numbers = await db.query<{ serial: number }>(
    `select right(number, 6)::int as serial from application where region_code = $1 order by number`,
    [regionCode],
  )
  expect(numbers.map(({ serial }) => serial)).toEqual(numbers.map((_, index) => index + 1))
  const notices = await db.query<{ series: string; serials: number[] }>(
    `select series, array_agg(serial order by serial) as serials from notice
      where region_code = $1 group by series`,
    [regionCode],
  )
  expect(notices.length).toBeGreaterThan(0)
  for (const { serials } of notices) expect(serials).toEqual(serials.map((_, index) => index + 1))
  const chains = await db.query<{ seq: number; events: number }>(
    `select a.seq, count(e.seq)::int as events from application a
       left join application_event e on e.region_code = $1 and e.application_id = a.application_id
      where a.region_code = $1 group by a.application_id, a.seq`,
    [regionCode],
  )
  for (const { seq, events } of chains) expect(events).toBe(seq)
})

test('a chain that moved is left alone, and a command already done is answered as it was', async () => {
  const applicationId = newId()
  const by = clerk()
  const commandId = newId()
  const first = await receive(applicationId, by, commandId)
  const [again, other] = await Promise.all([
    receive(applicationId, by, commandId),
    receive(applicationId, by),
  ])
  expect(again).toEqual(first)
  expect(other).toMatchObject({ ok: false })
  const count =
    'select count(*)::int as n from application where region_code = $1 and application_id = $2'
  expect(await db.query(count, [regionCode, applicationId])).toEqual([{ n: 1 }])
})
