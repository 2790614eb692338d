import { beforeAll, expect, test } from 'vitest'
import { composeApplication } from './testing/application-of.ts'
import { nameFrequency } from '../../server/application/name-frequency.ts'
import { readWorklist } from '../../server/application/worklists.ts'
import { handleCommand } from '../../server/application/handle-command.ts'
import { newId } from '../../server/event-log/chain.ts'
import { verifyAll } from '../../server/trail/verify-all.ts'
import { STATUS_NAME } from '../../domain/application/status-names.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { BENCH_REGION_CODE, type BenchRegion } from './bench-region.ts'
import { benchMembers, commanderFor, membersOf } from './bench-staff.ts'
import { makeRegion } from './make-region.ts'
import { contentsOf } from './testing/contents-of.ts'
import { schemaOf } from './testing/schema-of.ts'

const SEED = 7
const until = '2026-11-20T09:30:00.000Z' as Instant
const say = () => undefined
const first = await freshDatabase()
const again = await freshDatabase()
const fewerWorkers = await freshDatabase()
const otherSeed = await freshDatabase()
const { database } = first
let region: BenchRegion
let schemaBefore: readonly object[]

beforeAll(async () => {
  const { connectionString } = first
  schemaBefore = await schemaOf(connectionString)
  region = await makeRegion({ connectionString, applications: 220, seed: SEED, until, say })
}, 240_000)

const REGION = 513_200

test('verification of a made region finds nothing', async () => {
  const { findings, counts, unpublished } = await verifyAll(database, {
    trusted: [],
    now: until,
    files: true,
  })
  expect(findings.first).toEqual([])
  expect(counts).toMatchObject({ applications: 220, events: region.events })
  expect(unpublished).toEqual([])
})

test('every status occurs, and every list that work waits in', async () => {
  const statuses = await database.query<{ status: string }>(
    'select distinct status from application where region_code = $1',
    [REGION],
  )
  const known = Object.keys(STATUS_NAME).filter((status) => status !== 'not-lodged')
  expect(statuses.map(({ status }) => status).toSorted()).toEqual(known.toSorted())
  const stages = await database.query<{ stage: string }>(
    'select distinct stage from application where region_code = $1',
    [REGION],
  )
  expect(stages.map(({ stage }) => stage)).toEqual(
    expect.arrayContaining([
      'to-accept',
      'awaiting-correction',
      'to-review',
      'to-decide',
      'in-procedure',
      'to-certify',
      'to-letter',
      'to-seal',
      'department-seal',
      'provincial-result',
      'to-issue',
      'to-deliver',
      'to-archive',
      'closed',
    ]),
  )
  const [watched] = await database.query(
    `select count(*) filter (where follow_up)::int > 0 as "toCall",
            count(*) filter (where card in ('yellow', 'red') and stage <> 'closed')::int > 0 as overdue
       from application where region_code = $1`,
    [REGION],
  )
  expect(watched).toEqual({ toCall: true, overdue: true })
})

test('the schema is the migrated one, byte for byte', async () => {
  expect(await schemaOf(first.connectionString)).toEqual(schemaBefore)
})

test('a clerk finds a made application in the list and accepts it', async () => {
  const [member] = membersOf(benchMembers(SEED), 'window-clerk')
  if (member === undefined) throw new Error('There are clerks')
  const context = composeApplication(database, until)
  const clerk = commanderFor(member)
  const reader = { regionCode: BENCH_REGION_CODE, actor: clerk.actor }
  const list = await readWorklist(context, nameFrequency(database), reader, 'to-accept', {})
  const [row] = list.rows
  if (row === undefined) throw new Error('Nothing waits for the window')
  const { applicationId, version } = row
  const outcome = await handleCommand(context, {
    regionCode: BENCH_REGION_CODE,
    applicationId,
    commandId: newId(),
    expectedVersion: version,
    commander: clerk,
    command: { type: 'AcceptApplication', by: clerk.actor, at: until },
  })
  expect(outcome).toMatchObject({ ok: true, reply: { status: 'accepted' } })
  const { findings } = await verifyAll(database, { trusted: [], now: until, files: true })
  expect(findings.first).toEqual([])
})

test('the same seed makes the same region however many make it, another seed another', async () => {
  const size = { applications: 60, until, say }
  const make = async (connectionString: string, seed: number, workers: number) =>
    await makeRegion({ ...size, connectionString, seed, workers })
  await make(again.connectionString, SEED, 2)
  await make(fewerWorkers.connectionString, SEED, 1)
  await make(otherSeed.connectionString, SEED + 1, 2)
  const made = await contentsOf(again.database)
  expect(await contentsOf(fewerWorkers.database)).toEqual(made)
  const { application_event: events } = await contentsOf(otherSeed.database)
  expect(events).not.toBe(made['application_event'])
}, 240_000)
