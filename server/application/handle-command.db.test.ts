import { expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import type { ApplicationCommand } from '../../domain/application/commands.ts'
import type { Instant, ServiceItemId } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { newId } from '../event-log/chain.ts'
import { newestCursor, readFeed } from '../event-log/read-feed.ts'
import { referenceData } from '../database/reference-data.ts'
import { applyLawUntil } from '../deadlines/run-deadlines.ts'
import type { ApplicationContext, Commander } from './application-context.ts'
import { appendRecord } from './append-record.ts'
import { applyLawTo } from './apply-law-to.ts'
import { handleCommand } from './handle-command.ts'
import { clerk, commander } from './testing/commanders.ts'

const { database: db } = await freshDatabase({ maxConnections: 12 })
const reference = referenceData({
  items: ABA_ITEMS,
  guides: ABA_GUIDES,
  organisations: ABA_ORGANISATIONS,
  calendar: ABA_CALENDAR_DATA,
})
const REGION = 513_200
let now = '2026-03-02T01:00:00.000Z' as Instant
const context: ApplicationContext = {
  db,
  reference,
  clock: () => now,
  portalUrl: 'http://localhost',
  onCommit: () => undefined,
}

async function give(
  applicationId: string,
  expectedVersion: number,
  by: Commander,
  command: Omit<ApplicationCommand, 'by' | 'at'> & { type: ApplicationCommand['type'] },
  commandId = newId(),
) {
  return await handleCommand(context, {
    regionCode: REGION,
    applicationId,
    commandId,
    expectedVersion,
    commander: by,
    command: { ...command, by: by.actor, at: now } as ApplicationCommand,
  })
}

async function received(by = clerk()) {
  const applicationId = newId()
  expect(await receive(applicationId, by)).toMatchObject({
    ok: true,
    reply: { version: 1, status: 'received' },
  })
  return applicationId
}

async function receive(applicationId: string, by: Commander, commandId = newId()) {
  const applicant = {
    kind: 'person',
    name: '张·示例',
    identityType: 'id-card',
    identityNumber: '513201199003070014',
    phone: null,
    address: null,
    contactName: null,
  } as const
  return await give(
    applicationId,
    0,
    by,
    {
      type: 'ReceiveApplication',
      itemId: 'aba-36' as ServiceItemId,
      applicant,
      channel: 'window',
      materials: {},
      insist: false,
      renews: null,
    } as never,
    commandId,
  )
}

test('ten clerks accept the same application at once: one does, nine are told it changed', async () => {
  const applicationId = await received()
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () =>
      give(applicationId, 1, clerk(), { type: 'AcceptApplication' }),
    ),
  )
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(
    outcomes.filter((outcome) => !outcome.ok).map((outcome) => !outcome.ok && outcome.violation),
  ).toEqual(Array.from({ length: 9 }, () => ({ code: 'changed-meanwhile', version: 2 })))
})

test('the same command sent ten times at once is one command with one answer', async () => {
  const applicationId = await received()
  const by = clerk()
  const commandId = newId()
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () =>
      give(applicationId, 1, by, { type: 'AcceptApplication' }, commandId),
    ),
  )
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  expect(outcomes[0]).toMatchObject({
    ok: true,
    reply: { version: 2, status: 'accepted', notices: [{ kind: 'acceptance-notice' }] },
  })
  const [row] = await db.query<{ n: number }>(
    'select count(*)::int as n from application_event where region_code = $1 and application_id = $2',
    [REGION, applicationId],
  )
  expect(row?.n).toBe(2)
})

test('the same receipt sent ten times at once is one application with one answer', async () => {
  const applicationId = newId()
  const by = clerk()
  const commandId = newId()
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => receive(applicationId, by, commandId)),
  )
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  expect(outcomes[0]).toMatchObject({ ok: true, reply: { version: 1, status: 'received' } })
})

test('the same receipt sent five times at once is one application with one number', async () => {
  const applicationId = newId()
  const commandId = newId()
  const by = clerk()
  const applicant = {
    kind: 'person',
    name: '张示例',
    identityType: 'id-card',
    identityNumber: '513201199003070014',
    phone: null,
    address: null,
    contactName: null,
  } as const
  const receive = {
    type: 'ReceiveApplication',
    itemId: 'aba-36',
    applicant,
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  } as never
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => give(applicationId, 0, by, receive, commandId)),
  )
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  expect(outcomes[0]).toMatchObject({ ok: true, reply: { version: 1 } })
  const others = await Promise.all(
    Array.from({ length: 3 }, () => give(applicationId, 0, clerk(), receive)),
  )
  expect(others.map((outcome) => !outcome.ok && outcome.violation.code)).toEqual([
    'already-lodged',
    'already-lodged',
    'already-lodged',
  ])
})

test('numbers of applications and notices have no gap, whatever is refused between', async () => {
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      const applicationId = await received()
      await give(applicationId, 7, clerk(), { type: 'AcceptApplication' })
    }),
  )
  const gaps = await db.query<{ series: string }>(
    'select series from notice where region_code = $1 group by series, year having count(*) <> max(serial)',
    [REGION],
  )
  expect(gaps).toEqual([])
  const [count] = await db.query<{ n: number; last: string }>(
    `select count(*)::int as n, max(number) as last from application where region_code = $1`,
    [REGION],
  )
  expect(count?.last).toBe(`513200-20260302-${String(count?.n).padStart(6, '0')}`)
})

test('a record slipping in between does not refuse the clerk who was looking', async () => {
  const applicationId = await received()
  await appendRecord(context, REGION, applicationId, newId(), {
    type: 'NoticeSigned',
    noticeId: newId(),
    kind: 'receipt-slip',
    number: '阿审收〔2026〕1号',
    sha256: '0'.repeat(64),
  })
  expect(await give(applicationId, 1, clerk(), { type: 'AcceptApplication' })).toMatchObject({
    ok: true,
    reply: { version: 2 },
  })
})

test('at 00:00 of the sixth day the law accepts, even for a server that slept, and the clerk who comes late meets it', async () => {
  const applicationId = await received()
  now = '2026-03-09T15:59:59.999Z' as Instant
  expect(
    await applyLawUntil(
      db,
      async (region, id, until) => await applyLawTo(context, region, id, until),
      REGION,
      now,
    ),
  ).toBe(0)
  now = '2026-03-12T01:00:00.000Z' as Instant
  const late = { type: 'RequestCorrection', materials: [2], text: '缺' } as never
  expect(await give(applicationId, 1, clerk(), late)).toMatchObject({
    violation: { code: 'changed-meanwhile', version: 2 },
  })
  expect(await give(applicationId, 2, clerk(), late)).toMatchObject({
    violation: { code: 'correction-window-closed' },
  })
  const [event] = await db.query<{ at: string; type: string }>(
    'select type, occurred_at as at from application_event where region_code = $1 and application_id = $2 and seq = 2',
    [REGION, applicationId],
  )
  expect(event).toEqual({ type: 'ApplicationDeemedAccepted', at: '2026-03-09T16:00:00.000Z' })
})

test('a stranger is told nothing of versions, and history cannot be rewritten by the application', async () => {
  const applicationId = await received()
  const stranger = commander('applicant', 'public', undefined, 'id-card:513225198511120045')
  expect(
    await give(applicationId, 9, stranger, {
      type: 'WithdrawApplication',
      reason: '不办了',
    } as never),
  ).toMatchObject({ violation: { code: 'not-your-application' } })
  await expect(
    db.query('update application_event set type = type where region_code = $1', [REGION]),
  ).rejects.toThrow('permission denied')
  await expect(
    db.query('delete from application_event where region_code = $1', [REGION]),
  ).rejects.toThrow('permission denied')
})

test('the feed never passes a slow transaction that took its place early', async () => {
  // Other databases of the same server may have a transaction open: the feed waits for theirs as well.
  const waiting = `select count(*)::int as n from application_event
    where region_code = $1 and xact >= pg_snapshot_xmin(pg_current_snapshot())`
  const held = async () => (await db.query<{ n: number }>(waiting, [REGION]))[0]?.n
  await expect.poll(held, { timeout: 30_000 }).toBe(0)
  const before = await newestCursor(db, REGION)
  const slow = await db.pool.connect()
  try {
    await slow.query('begin')
    await slow.query(
      `insert into counter (region_code, kind, period, value) values (${REGION}, 'slow', 'x', 1)`,
    )
    await received()
    expect((await readFeed(db, REGION, before)).rows).toHaveLength(0)
    await slow.query('commit')
  } finally {
    slow.release()
  }
  await expect
    .poll(async () => (await readFeed(db, REGION, before)).rows.length, { timeout: 30_000 })
    .toBe(1)
})
