import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { DraftView } from '../../../contract/catalogue-editing.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import {
  command,
  CONFIRMER,
  editedCatalogue,
  EDITOR,
  ITEM,
  path,
  PLAIN,
  receipt,
} from '../../../tests/support/edited-catalogue.ts'
import { freshDatabase } from '../../../tests/support/fresh-database.ts'
import { createTrial } from '../../compose-trial.ts'
import { loadReferenceData } from '../../database/reference-data.ts'
import { newId } from '../../event-log/chain.ts'

const { database, connectionString } = await freshDatabase()
const MONDAY = '2026-11-23'
const SATURDAY = '2026-11-21'
const { server, send, ok, refused, begin, write, confirmed, receive, setNow } =
  await editedCatalogue(database, { openTrial: createTrial(connectionString) })
afterAll(() => server.close())
beforeEach(() => setNow())

describe('publishing', () => {
  test('a guide that the linter finds fault with is not published, and every fault is named', async () => {
    const draft = await begin(PLAIN, 'guide')
    const [first] = draft.guide?.materials ?? []
    const whole = await confirmed(
      await write(draft, { materials: [{ ...first, number: 1, name: '其他材料' }] }),
    )
    const answer = await send(
      CONFIRMER,
      'POST',
      path(draft, '/publish'),
      command(whole, { effectiveOn: MONDAY }),
    )
    expect(answer.json()).toMatchObject({ code: 'linter-errors' })
    expect(
      answer.json<{ fields: { field: string }[] }>().fields.map(({ field }) => field),
    ).toContain('materials.1.name')
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(whole))
  })

  test('a full guide goes from a day off refused to its Monday midnight, and what was received before keeps its version', async () => {
    const before = await ok<{ guide: unknown; guideVersion: number }>(
      null,
      'GET',
      '/api/catalogue/items/aba-36/versions',
    )
    expect(before).toBeTruthy()
    const received = await receive(ITEM)
    const draft = await begin(ITEM, 'guide')
    const whole = await confirmed(await write(draft, { scope: '新的适用范围' }))
    const publish = async (effectiveOn: string) =>
      await send(CONFIRMER, 'POST', path(draft, '/publish'), command(whole, { effectiveOn }))
    expect((await publish(SATURDAY)).json()).toMatchObject({ code: 'not-a-working-day' })
    expect((await publish('2026-11-19')).json()).toMatchObject({ code: 'effective-day-past' })
    expect((await publish('2029-11-19')).json()).toMatchObject({ code: 'calendar-year-missing' })
    const done = await publish(MONDAY)
    expect(done.json()).toMatchObject({ state: 'published', published: { version: 3 } })

    const guide = async () =>
      await ok<{ version: number; scope: string; item: { scheduled: unknown } }>(
        null,
        'GET',
        `/api/items/${ITEM}`,
      )
    expect(await guide()).toMatchObject({
      version: 2,
      item: {
        scheduled: { version: 3, effectiveOn: MONDAY, sentence: '自 2026 年 11 月 23 日起调整' },
      },
    })
    setNow('2026-11-22T15:59:59.999Z')
    expect((await guide()).version).toBe(2)
    setNow('2026-11-22T16:00:00.000Z')
    expect(await guide()).toMatchObject({
      version: 3,
      scope: '新的适用范围',
      item: { scheduled: null },
    })

    expect(await guideVersionOf(received)).toBe(2)
    setNow('2026-11-23T02:00:00.000Z')
    expect(await guideVersionOf(await receive(ITEM))).toBe(3)
    expect(await server.switchVersions(513_200)).toBe(1)
    expect(await server.switchVersions(513_200)).toBe(0)

    // A server that starts after midnight reads the same.
    const restarted = await loadReferenceData(database)
    expect(restarted.findGuideInForce(ITEM, MONDAY as LocalDate)?.version).toBe(3)
    expect(restarted.findGuideInForce(ITEM, SATURDAY as LocalDate)?.version).toBe(2)
    const log = await ok<{ changes: { itemId: string; version: number; reason: string }[] }>(
      null,
      'GET',
      `/api/catalogue/changes?itemId=${ITEM}`,
    )
    expect(log.changes[0]).toMatchObject({
      version: 3,
      reason: '依据部门职责调整，更新内容',
      sentence: '自 2026 年 11 月 23 日起执行第 3 版办事指南',
    })
  })

  test('an item’s codes, subjects and audience are edited with the rest: wrong, repeated or taken ones are named', async () => {
    const draft = await begin(ITEM, 'item')
    const put = async (change: object) =>
      await send(
        EDITOR,
        'PUT',
        path(draft),
        command(draft, { item: { ...draft.item, ...change }, document: null, reason: '' }),
      )
    const words = (change: object) => ({ words: { ...draft.item?.words, ...change } })
    const code = (text: string) => ({ for: '', code: text })
    for (const [change, told] of [
      [{ sichuanCodes: [code('511A01386')] }, '四川编码形如'],
      [{ sichuanCodes: [code('511A0999900001'), code('511A0999900001')] }, '已经写过'],
      // 教师资格认定's own.
      [{ sichuanCodes: [code('511A0138600000')] }, '教师资格认定'],
      [{ catalogCode: '370117' }, '国家基本编码是 12 位'],
      [words({ topics: ['no-such-subject'] }), '没有“no-such-subject”这个主题'],
    ] as const) {
      const answer = await put(change)
      expect(answer.json()).toMatchObject({ code: 'invalid-input' })
      expect(answer.body).toContain(told)
    }
    const saved = await put({
      catalogCode: '370117002011',
      sichuanCodes: [code('511A0999900001')],
      ...words({ topics: ['culture'], lifeEvents: [], audience: ['person'] }),
    })
    expect(saved.statusCode).toBe(200)
    const { lines } = await ok<{ lines: { label: string }[] }>(EDITOR, 'GET', path(draft, '/diff'))
    expect(lines.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['国家基本编码', '四川地方基本编码', '面向对象', '人生事件']),
    )
    const now = saved.json<DraftView>()
    expect(now.history.at(-1)?.text).toContain('国家基本编码')
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(now))
  })

  test('an item is suspended on a document, from a working day, and what was received before goes on', async () => {
    const received = await receive(PLAIN)
    const draft = await write(await begin(PLAIN, 'item'), { status: 'suspended' })
    expect(await refused(EDITOR, 'POST', path(draft, '/submit'), command(draft))).toBe(
      'document-missing',
    )
    const withDocument = await ok(
      EDITOR,
      'PUT',
      path(draft),
      command(draft, {
        item: draft.item,
        document: {
          name: '关于暂停有关事项的通知',
          number: '川府发〔2026〕9号',
          issuedOn: '2026-11-18',
        },
        reason: '上级文件要求暂停办理',
      }),
    )
    const whole = await confirmed(withDocument)
    const impact = await ok<{ openApplications: { total: number } }>(
      CONFIRMER,
      'GET',
      path(draft, '/impact'),
    )
    expect(impact.openApplications.total).toBe(1)
    await ok(CONFIRMER, 'POST', path(draft, '/publish'), command(whole, { effectiveOn: MONDAY }))
    const status = async () =>
      (
        await ok<{ items: { itemId: string; status: string }[] }>(null, 'GET', '/api/items')
      ).items.find(({ itemId }) => itemId === PLAIN)
    expect(await status()).toMatchObject({
      status: 'active',
      scheduled: { sentence: '自 2026 年 11 月 23 日起暂停办理' },
    })
    setNow('2026-11-23T02:00:00.000Z')
    expect(await status()).toMatchObject({ status: 'suspended', statusSentence: '本事项暂停办理' })
    expect(await server.switchVersions(513_200)).toBe(1)
    const view = await ok<{ version: number }>('chuangkou1', 'GET', `/api/applications/${received}`)
    await ok('chuangkou1', 'POST', `/api/applications/${received}/accept`, {
      commandId: newId(),
      expectedVersion: view.version,
    })
    expect(await refused('chuangkou1', 'POST', '/api/applications', receipt(PLAIN))).toBe(
      'item-suspended',
    )
  })
})

async function guideVersionOf(applicationId: string): Promise<number> {
  const [row] = await database.query<{ version: number }>(
    `select (state ->> 'guideVersion')::int as version from application where region_code = $1 and application_id = $2`,
    [513_200, applicationId],
  )
  return row?.version ?? 0
}
