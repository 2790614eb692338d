import { afterAll, expect, test } from 'vitest'
import type { DraftView } from '../../contract/catalogue-editing.ts'
import type { CatalogueFile } from '../../contract/catalogue-exchange.ts'
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

test('a code passes from one item to another within one import, and is published in that order', async () => {
  const exported = await ok<CatalogueFile>(
    EDITOR,
    'GET',
    '/api/catalogue/export/json?departmentId=culture-tourism',
  )
  const items = structuredClone(exported.items).map(({ itemId, item }) => ({ itemId, item }))
  const giver = items.find(({ item }) => (item?.sichuanCodes.length ?? 0) > 0)
  const taker = items.find(({ item }) => item?.sichuanCodes.length === 0)
  if (giver?.item === undefined || taker?.item === undefined) throw new Error('No code to give')
  const given = giver.item.sichuanCodes
  taker.item.sichuanCodes = given
  const both = { ...exported, items: [taker, giver] }
  expect((await imported(both)).errors).toMatchObject([
    { message: expect.stringContaining(`${given[0]?.code} 已经用于“${taker.item.name}”`) },
  ])
  giver.item.sichuanCodes = []
  const found = await imported(both)
  expect(found.errors).toEqual([])
  const { draftIds } = await ok<{ draftIds: string[] }>(
    EDITOR,
    'POST',
    `/api/catalogue/imports/${found.token}/apply`,
    { commandId: newId() },
  )
  const [ofTaker, ofGiver] = await Promise.all(
    draftIds.map(async (id) => await ok(EDITOR, 'GET', `/api/catalogue/drafts/${id}`)),
  )
  if (ofTaker === undefined || ofGiver === undefined) throw new Error('Two drafts were to be made')
  const edited = await ok(
    EDITOR,
    'PUT',
    path(ofTaker),
    command(ofTaker, { item: ofTaker.item, document: null, reason: '编码由另一事项让出' }),
  )
  await expect(published(edited, '2026-11-24')).rejects.toThrow('让出编码的事项应当先发布')
  const described = await ok(
    EDITOR,
    'PUT',
    path(ofGiver),
    command(ofGiver, { item: ofGiver.item, document: null, reason: '编码让给另一事项' }),
  )
  await published(described, '2026-11-24')
  const waiting = await ok('shending2', 'GET', path(ofTaker))
  const done = await ok(
    'shending2',
    'POST',
    path(waiting, '/publish'),
    command(waiting, { effectiveOn: '2026-11-24' }),
  )
  expect(done.state).toBe('published')
})

async function imported(file: object) {
  const boundary = 'yichuangboundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="items.json"\r\nContent-Type: application/json\r\n\r\n`
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/catalogue/imports',
    headers: {
      'x-yichuang': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    cookies: { yichuang: await server.signIn(EDITOR) },
    payload: Buffer.from(`${head}${JSON.stringify(file)}\r\n--${boundary}--\r\n`),
  })
  return answer.json<{ token: string; errors: { message: string }[] }>()
}
