import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ABA_FORMS } from '../../catalogue/aba/load-forms.ts'
import {
  ABA_FULL_GUIDES,
  ABA_ITEMS,
  ABA_ORGANISATIONS,
} from '../../catalogue/aba/load-catalogue.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import type { PaperTools } from '../compose-documents.ts'
import { createTrial } from '../compose-trial.ts'
import { createRenderer } from '../documents/render-document.ts'
import { createTestSealProvider } from '../sealing/test-seal-provider.ts'

const { database, connectionString } = await freshDatabase()
const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-trial-'))
const opened: PaperTools[] = []
function office(): PaperTools {
  const renderer = createRenderer({ cacheFolder: path.join(folder, 'cache'), workers: 1 })
  const seals = createTestSealProvider({
    folder: path.join(folder, 'seals'),
    departmentName: (id) =>
      ABA_ORGANISATIONS.find(({ organisationId }) => organisationId === id)?.name ?? id,
    draw: renderer.seal,
  })
  opened.push({ renderer, seals })
  return { renderer, seals }
}
afterAll(async () => {
  for (const { renderer } of opened) await renderer.close()
  rmSync(folder, { recursive: true, force: true })
})

const trial = createTrial(connectionString)
const MONDAY = '2026-11-23' as LocalDate

function shipped(itemId: string) {
  const guide = ABA_FULL_GUIDES.find((one) => one.itemId === itemId)
  const item = ABA_ITEMS.find((one) => one.itemId === itemId)
  const form = ABA_FORMS.find(({ formId }) => formId === guide?.formId)
  if (guide === undefined || item === undefined || form === undefined)
    throw new Error(`No full guide of ${itemId}`)
  return { item, guide: { ...guide, version: 3, effectiveOn: MONDAY }, form }
}

/** One way, so that a trial takes a second. */
function oneWay(itemId: string) {
  const { item, guide, form } = shipped(itemId)
  return { item, guide: { ...guide, questions: [] }, form }
}

test('a full guide is played on every path and all its papers are printed; nothing is left behind', async () => {
  const { item, guide, form } = shipped('aba-46')
  expect(await trial(office())(item, guide, form)).toEqual([])
  const left = await database.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'yichuang_rehearsal_${process.pid}_%'`,
  )
  expect(left).toEqual([])
})

test('every paper of the procedure goes through the typesetter: without one each is named', async () => {
  const closed = office()
  await closed.renderer.close()
  const { item, guide, form } = oneWay('aba-36')
  const problems = await trial(closed)(item, guide, form)
  expect(
    problems.map(({ problem }) => /《(.+)》/.exec(problem)?.[1] ?? problem).toSorted(),
  ).toEqual(
    expect.arrayContaining(
      [
        '申请材料接收凭证',
        '受理通知书',
        '补正告知书',
        '特别程序告知书',
        '延长办理期限告知书',
        '准予行政许可决定书',
        '准予许可函',
        '许可证件',
        '领取通知',
        '送达回证',
        '不予行政许可决定书',
        '不予受理通知书',
      ].toSorted(),
    ),
  )
  expect(problems.every(({ path: way }) => way === '唯一情形')).toBe(true)
})

test('a question that leads to one that is not there is told by its path', async () => {
  const { item, guide } = shipped('aba-36')
  const broken = {
    ...guide,
    formId: null,
    questions: [
      {
        id: 'what',
        text: '您要办理什么？',
        help: null,
        options: [
          { value: 'new', label: '新办', next: null, stop: null },
          { value: 'move', label: '迁址', next: 'where', stop: null },
        ],
      },
    ],
  }
  const problems = await trial(null)(item, broken, null)
  expect(problems).toEqual([
    { path: '您要办理什么？：迁址', problem: '走到不存在的问题或者没有选项的问题' },
  ])
})

test('a field that nobody can fill in stops the application at its receipt, by the field’s name', async () => {
  const { item, guide, form } = oneWay('aba-36')
  const first = form.layout[0]?.fields[0]?.element ?? ''
  const impossible: FormDefinition = {
    ...form,
    schema: {
      ...form.schema,
      required: [first],
      properties: {
        ...form.schema.properties,
        [first]: { type: 'string', title: '填不出的一项', minLength: 9, pattern: '^[0-9]{3}$' },
      },
    },
  }
  const problems = await trial(null)(item, guide, impossible)
  expect(problems.length).toBeGreaterThan(0)
  for (const { problem } of problems) expect(problem).toMatch(/^收件：.*填不出的一项/)
})
