import { afterAll, expect, test } from 'vitest'
import type { DraftView } from '../../contract/catalogue-editing.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { composedServer } from '../../tests/support/composed-server.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { createTrial } from '../compose-trial.ts'
import { newId } from '../event-log/chain.ts'

const { database, connectionString } = await freshDatabase()
let now = '2026-11-20T02:00:00.000Z' as Instant
const server = await composedServer(database, () => now, {
  openTrial: createTrial(connectionString),
})
afterAll(() => server.close())
const { send } = server

async function ok<Value = DraftView>(...asked: Parameters<typeof send>): Promise<Value> {
  const answer = await send(...asked)
  if (answer.statusCode !== 200) throw new Error(`${asked[2]}: ${answer.body}`)
  return answer.json()
}
const EDITOR = 'wentilv.shixiang'
const NEW = 'aba-76'
const path = (draft: DraftView, act = '') => `/api/catalogue/drafts/${draft.draftId}${act}`
const command = (draft: DraftView, more: object = {}) => ({
  commandId: newId(),
  expectedVersion: draft.version,
  ...more,
})

async function published(draft: DraftView, effectiveOn: string): Promise<DraftView> {
  const sent = await ok(EDITOR, 'POST', path(draft, '/submit'), command(draft))
  const one = await ok('wentilv.fuze', 'POST', path(draft, '/confirm'), command(sent))
  const two = await ok('shending2', 'POST', path(draft, '/confirm'), command(one))
  return await ok('shending2', 'POST', path(draft, '/publish'), command(two, { effectiveOn }))
}
const listed = async () =>
  (await ok<{ items: { itemId: string }[] }>(null, 'GET', '/api/items')).items.find(
    ({ itemId }) => itemId === NEW,
  )

test('a new item is written, confirmed and listed from its first working day on, with a guide of its own', async () => {
  const begun = await ok(EDITOR, 'POST', '/api/catalogue/drafts', {
    commandId: newId(),
    itemId: NEW,
    kind: 'item',
  })
  expect(begun).toMatchObject({
    departmentId: 'culture-tourism',
    basedOn: null,
    item: { status: 'draft' },
  })
  expect(await listed()).toBeUndefined()
  const written = await ok(
    EDITOR,
    'PUT',
    path(begun),
    command(begun, {
      item: {
        ...begun.item,
        name: '演练新增事项许可',
        pinyinInitials: 'ylxzsxxk',
        status: 'active',
      },
      document: {
        name: '关于新增行政许可事项的通知',
        number: '川府发〔2026〕10号',
        issuedOn: '2026-11-10',
      },
      reason: '国务院决定新设行政许可',
    }),
  )
  await published(written, '2026-11-23')
  expect(await listed()).toMatchObject({
    status: 'draft',
    statusSentence: '本事项尚未列入事项清单',
    scheduled: { sentence: '自 2026 年 11 月 23 日起列入事项清单办理' },
  })
  now = '2026-11-23T01:00:00.000Z' as Instant
  expect(await listed()).toMatchObject({ status: 'active', itemVersion: 2, guideVersion: null })
  const guide = await ok(EDITOR, 'POST', '/api/catalogue/drafts', {
    commandId: newId(),
    itemId: NEW,
    kind: 'guide',
  })
  expect(guide).toMatchObject({ kind: 'guide', basedOn: null, nextVersion: 1 })
  const log = await ok<{ changes: object[] }>(null, 'GET', `/api/catalogue/changes?itemId=${NEW}`)
  expect(log.changes).toMatchObject([
    {
      kind: 'item',
      version: 2,
      status: 'active',
      document: { number: '川府发〔2026〕10号' },
      sentence: '自 2026 年 11 月 23 日起列入事项清单办理',
    },
  ])
})

test('what is published is shown side by side, and a version that is not is said so', async () => {
  const diff = await ok<{ lines: object[]; beforeTitle: string }>(
    null,
    'GET',
    `/api/catalogue/items/${NEW}/diff?kind=item&from=1&to=2`,
  )
  expect(diff.lines).toMatchObject([{ label: '状态', before: '拟列入', after: '正常办理' }])
  const missing = await send(null, 'GET', `/api/catalogue/items/${NEW}/diff?kind=item&from=1&to=9`)
  expect(missing.json()).toMatchObject({ code: 'not-found' })
  const versions = await ok<{ versions: { standing: string }[] }>(
    null,
    'GET',
    `/api/catalogue/items/${NEW}/versions`,
  )
  expect(versions.versions.map(({ standing }) => standing)).toEqual(['in-force', 'past'])
})

test('a server without a place for trials publishes no guide and says so', async () => {
  const plain = await composedServer(database, () => now)
  try {
    const draft = (
      await plain.send(EDITOR, 'POST', '/api/catalogue/drafts', {
        commandId: newId(),
        itemId: 'aba-36',
        kind: 'guide',
      })
    ).json<DraftView>()
    const tried = await plain.send(EDITOR, 'POST', path(draft, '/trial'))
    expect(tried.json()).toMatchObject({
      problems: [{ problem: '本服务器没有试办环境，不能发布指南，请联系系统管理员' }],
    })
  } finally {
    await plain.close()
  }
})
