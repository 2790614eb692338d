import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { ABA_FULL_GUIDES } from '../../catalogue/aba/load-catalogue.ts'
import type { DraftView } from '../../contract/catalogue-editing.ts'
import { pathsOf } from '../../domain/catalogue/situation-paths.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { composedServer } from '../../tests/support/composed-server.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { createTrial } from '../compose-trial.ts'
import { loadReferenceData } from '../database/reference-data.ts'
import { newId } from '../event-log/chain.ts'

const { database, connectionString } = await freshDatabase()
// Friday.
const FRIDAY = '2026-11-20T02:00:00.000Z' as Instant
const MONDAY = '2026-11-23'
const SATURDAY = '2026-11-21'
let now = FRIDAY
const server = await composedServer(database, () => now, {
  catalogue: 'shipped',
  openTrial: createTrial(connectionString),
})
afterAll(() => server.close())
beforeEach(() => {
  now = FRIDAY
})

const EDITOR = 'wentilv.shixiang'
const OTHER_EDITOR = 'jiaoyuju.shixiang'
const DECIDER = 'wentilv.jueding'
const CONFIRMER = 'shending1'
/** 互联网上网服务营业场所, with a full guide; and another of the department, with the baseline. */
const ITEM = 'aba-36'
const PLAIN = 'aba-37'

const { send } = server
const command = (draft: Pick<DraftView, 'version'>, more: object = {}) => ({
  commandId: newId(),
  expectedVersion: draft.version,
  ...more,
})
async function ok<Value = DraftView>(...asked: Parameters<typeof server.send>): Promise<Value> {
  const answer = await send(...asked)
  if (answer.statusCode !== 200) throw new Error(`${asked[2]}: ${answer.body}`)
  return answer.json()
}
async function refused(...asked: Parameters<typeof server.send>): Promise<string> {
  const answer = await send(...asked)
  if (answer.statusCode === 200) throw new Error(`${asked[2]} was not refused`)
  return answer.json<{ code: string }>().code
}
const path = (draft: Pick<DraftView, 'draftId'>, act = '') =>
  `/api/catalogue/drafts/${draft.draftId}${act}`

async function begin(itemId: string, kind: 'guide' | 'item', by = EDITOR): Promise<DraftView> {
  const draft = await ok(by, 'POST', '/api/catalogue/drafts', { commandId: newId(), itemId, kind })
  return draft
}
async function write(draft: DraftView, change: object, by = EDITOR): Promise<DraftView> {
  const content =
    draft.kind === 'guide'
      ? { guide: { ...draft.guide, ...change } }
      : { item: { ...draft.item, ...change } }
  return await ok(
    by,
    'PUT',
    path(draft),
    command(draft, { ...content, document: draft.document, reason: '依据部门职责调整，更新内容' }),
  )
}
async function confirmed(draft: DraftView): Promise<DraftView> {
  const sent = await ok(EDITOR, 'POST', path(draft, '/submit'), command(draft))
  const one = await ok(DECIDER, 'POST', path(draft, '/confirm'), command(sent))
  return await ok(CONFIRMER, 'POST', path(draft, '/confirm'), command(one))
}

describe('the draft of a guide', () => {
  test('two editors at once: the second saving is refused with the version that is now', async () => {
    const draft = await begin(PLAIN, 'guide')
    const again = await begin(PLAIN, 'guide')
    expect(again.draftId).toBe(draft.draftId)
    const saved = await write(draft, { scope: '改过一次' })
    expect(saved.version).toBe(draft.version + 1)
    const answer = await send(
      EDITOR,
      'PUT',
      path(draft),
      command(draft, { guide: draft.guide, document: null, reason: '' }),
    )
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ code: 'changed-meanwhile', version: saved.version })
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(saved))
  })

  test('the same saving sent twice is one', async () => {
    const draft = await begin(PLAIN, 'guide')
    const body = command(draft, {
      guide: { ...draft.guide, scope: '同一次保存' },
      document: null,
      reason: '',
    })
    const first = await ok(EDITOR, 'PUT', path(draft), body)
    const second = await ok(EDITOR, 'PUT', path(draft), body)
    expect(second.version).toBe(first.version)
    expect(second.history.filter(({ action }) => action === 'edited')).toHaveLength(1)
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(second))
  })

  test('only the own department writes, and nobody of another reads', async () => {
    expect(
      await refused(OTHER_EDITOR, 'POST', '/api/catalogue/drafts', {
        commandId: newId(),
        itemId: PLAIN,
        kind: 'guide',
      }),
    ).toBe('not-your-department')
    const draft = await begin(PLAIN, 'guide')
    expect(await refused(OTHER_EDITOR, 'GET', path(draft))).toBe('not-your-department')
    expect(await refused('jiaoyuju.jueding', 'POST', path(draft, '/confirm'), command(draft))).toBe(
      'not-your-department',
    )
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(draft))
  })

  test('the editor confirms nothing, both sides confirm, and an edit after voids what was confirmed', async () => {
    const draft = await write(await begin(PLAIN, 'guide'), { scope: '待确认的范围' })
    expect(await refused(DECIDER, 'POST', path(draft, '/confirm'), command(draft))).toBe(
      'draft-not-submitted',
    )
    const sent = await ok(EDITOR, 'POST', path(draft, '/submit'), command(draft))
    expect(await refused(EDITOR, 'POST', path(draft, '/confirm'), command(sent))).toBe(
      'editor-may-not-confirm',
    )
    const one = await ok(DECIDER, 'POST', path(draft, '/confirm'), command(sent))
    expect(one.waitsFor).toEqual(['bureau'])
    expect(
      await refused(
        CONFIRMER,
        'POST',
        path(draft, '/publish'),
        command(one, { effectiveOn: MONDAY }),
      ),
    ).toBe('guide-not-confirmed')
    const edited = await write(one, { scope: '确认之后又改' })
    expect(edited).toMatchObject({ state: 'editing', confirmations: [] })
    expect(edited.waitsFor).toEqual(['department', 'bureau'])
    const again = await ok(EDITOR, 'POST', path(draft, '/submit'), command(edited))
    const back = await ok(
      CONFIRMER,
      'POST',
      path(draft, '/return'),
      command(again, { reason: '请补充设定依据' }),
    )
    expect(back).toMatchObject({ state: 'returned', returnedBecause: '请补充设定依据' })
    expect(back.history.map(({ action }) => action)).toEqual([
      'started',
      'edited',
      'submitted',
      'confirmed',
      'edited',
      'submitted',
      'returned',
    ])
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(back))
  })
})

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
    now = '2026-11-22T15:59:59.999Z' as Instant
    expect((await guide()).version).toBe(2)
    now = '2026-11-22T16:00:00.000Z' as Instant
    expect(await guide()).toMatchObject({
      version: 3,
      scope: '新的适用范围',
      item: { scheduled: null },
    })

    expect(await guideVersionOf(received)).toBe(2)
    now = '2026-11-23T02:00:00.000Z' as Instant
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
    now = '2026-11-23T02:00:00.000Z' as Instant
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

function receipt(itemId: string) {
  return {
    commandId: newId(),
    applicationId: newId(),
    itemId,
    applicant: {
      kind: 'person',
      name: '张某某',
      identityType: 'id-card',
      identityNumber: '513201199003070014',
      phone: null,
      address: null,
      contactName: null,
    },
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
    situation: situationOf(itemId),
  }
}

/** The first way through the questions of the full guide, where there is one. */
function situationOf(itemId: string) {
  const guide = ABA_FULL_GUIDES.find((one) => one.itemId === itemId)
  return pathsOf(guide?.questions ?? []).find(({ end }) => end === 'application')?.answers
}

async function receive(itemId: string): Promise<string> {
  const { applicationId } = await ok<{ applicationId: string }>(
    'chuangkou1',
    'POST',
    '/api/applications',
    receipt(itemId),
  )
  return applicationId
}

async function guideVersionOf(applicationId: string): Promise<number> {
  const [row] = await database.query<{ version: number }>(
    `select (state ->> 'guideVersion')::int as version from application where region_code = $1 and application_id = $2`,
    [513_200, applicationId],
  )
  return row?.version ?? 0
}
