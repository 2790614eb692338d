import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import type { Reaction, ReactionHandlers } from './reaction.ts'
import { createReactionRunner, type ReactionRunnerOptions } from './run-reactions.ts'

const { database: db } = await freshDatabase({ maxConnections: 8 })
let region = 510_000
const SILENT = { warn: () => undefined }

/** Each test has a region of its own, so that no runner meets another's rows. */
function office(
  handlers: ReactionHandlers,
  more: Partial<Pick<ReactionRunnerOptions, 'db' | 'isOnlyServer'>> = {},
) {
  region += 1
  const regionCode = region
  const time = { now: new Date('2026-03-02T01:00:00.000Z') }
  const runner = (others = handlers) =>
    createReactionRunner({
      db,
      regionCodes: [regionCode],
      handlers: others,
      log: SILENT,
      now: () => time.now,
      ...more,
    })
  const pass = (seconds: number) => {
    time.now = new Date(time.now.getTime() + seconds * 1000)
  }
  async function write(kind: string, runAt = time.now.toISOString()): Promise<string> {
    const reactionId = uuidv7()
    await db.query(
      `insert into reaction (region_code, reaction_id, application_id, kind, payload, run_at)
       values ($1, $2, $3, $4, '{"noticeId": "x"}', $5)`,
      [regionCode, reactionId, uuidv7(), kind, runAt],
    )
    return reactionId
  }
  async function row(reactionId: string) {
    const [found] = await db.query<{ tries: number; error: string | null; done: string | null }>(
      `select tries, last_error as error, done_at as done from reaction where region_code = $1 and reaction_id = $2`,
      [regionCode, reactionId],
    )
    return found
  }
  return { runner, pass, write, row }
}

test('a reaction that fails is tried again after 1 s, 2 s, 4 s, and never again once done', async () => {
  const runs: number[] = []
  const { runner, pass, write, row } = office({
    'sign-notice': async ({ tries }) => {
      runs.push(tries)
      if (tries < 4) throw Object.assign(new Error('张某某的文书'), { code: 'E_TRY' })
    },
  })
  const id = await write('sign-notice')
  const only = runner()
  await only.drain()
  await only.drain()
  expect(runs).toEqual([1])
  expect(await row(id)).toEqual({ tries: 1, error: 'Error E_TRY', done: null })
  for (const seconds of [1, 1, 1, 3, 1]) {
    pass(seconds)
    await only.drain()
  }
  expect(runs).toEqual([1, 2, 3, 4])
  expect(await row(id)).toMatchObject({
    tries: 4,
    error: null,
    done: expect.any(String) as unknown,
  })
  pass(10_000)
  await only.drain()
  expect(runs).toHaveLength(4)
})

test('one row among two hundred that fails holds up no other', async () => {
  const done = new Set<string>()
  const { runner, write } = office({
    'sign-notice': async ({ reactionId }) => {
      if (reactionId === bad) throw new Error('no')
      done.add(reactionId)
    },
  })
  const bad = await write('sign-notice')
  for (let at = 0; at < 200; at++) await write('sign-notice')
  await runner().drain()
  expect(done.size).toBe(200)
})

test('two runners at once do each thing once', async () => {
  const runs: string[] = []
  const { runner, write } = office({
    'sign-notice': async ({ reactionId }) => {
      await wait(2)
      runs.push(reactionId)
    },
  })
  for (let at = 0; at < 60; at++) await write('sign-notice')
  await Promise.all([runner().drain(), runner().drain(), runner().drain()])
  expect(runs).toHaveLength(60)
  expect(new Set(runs).size).toBe(60)
})

test('what a rehearsal wrote in its own time runs at once, and so does what it wrote long ago', async () => {
  const runs: Reaction[] = []
  const { runner, write } = office({ 'sign-notice': async (reaction) => void runs.push(reaction) })
  await write('sign-notice', '2031-01-01T00:00:00.000Z')
  await write('sign-notice', '2019-01-01T00:00:00.000Z')
  await runner().drain()
  expect(runs).toHaveLength(2)
})

test('rows of a kind that nobody handles are left as they are', async () => {
  const { runner, write, row } = office({ 'sign-notice': async () => undefined })
  const id = await write('send-message')
  await runner().drain()
  expect(await row(id)).toEqual({ tries: 0, error: null, done: null })
})

test('what a dead server had in hand is taken by another after 60 s', async () => {
  const runs: number[] = []
  const { runner, pass, write, row } = office(
    { 'sign-notice': async ({ tries }) => void runs.push(tries) },
    { isOnlyServer: false },
  )
  const id = await write('sign-notice')
  // It never answers, as a process that was killed.
  void runner({ 'sign-notice': () => new Promise(() => undefined) }).drain()
  await until(async () => (await row(id))?.tries === 1)
  pass(59)
  await runner().drain()
  expect(runs).toEqual([])
  pass(1)
  await runner().drain()
  expect(runs).toEqual([2])
})

test('the only server takes over at its start, runs what is hinted at, and stops after what it has in hand', async () => {
  const runs: number[] = []
  const { runner, write, row } = office({
    'sign-notice': async ({ tries }) => {
      await wait(30)
      runs.push(tries)
    },
  })
  const id = await write('sign-notice')
  void runner({ 'sign-notice': () => new Promise(() => undefined) }).drain()
  await until(async () => (await row(id))?.tries === 1)
  const only = runner()
  only.start()
  await until(async () => runs.length === 1)
  const next = await write('sign-notice')
  only.hint()
  await until(async () => (await row(next))?.tries === 1)
  await only.stop()
  expect(runs).toEqual([2, 1])
  expect((await row(next))?.done).not.toBeNull()
  const late = await write('sign-notice')
  only.hint()
  await wait(50)
  expect((await row(late))?.tries).toBe(0)
})

test('what was in hand when the database went away is taken up again when it is back, not after 60 s', async () => {
  const runs: number[] = []
  let isAway = false
  const flaky: typeof db = {
    ...db,
    query: async (text, values) => {
      if (isAway) throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
      return await db.query(text, values)
    },
  }
  const { runner, write, row } = office(
    {
      'sign-notice': async ({ tries }) => {
        runs.push(tries)
        isAway = tries === 1
        await Promise.resolve()
      },
    },
    { db: flaky },
  )
  const id = await write('sign-notice')
  const only = runner()
  only.start()
  await until(async () => await Promise.resolve(isAway))
  await wait(20)
  isAway = false
  only.hint()
  await until(async () => (await row(id))?.done !== null)
  await only.stop()
  expect(runs).toEqual([1, 2])
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(10)
}
