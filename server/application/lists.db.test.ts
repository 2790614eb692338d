import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import { WORKLISTS, type WorklistName } from '../../contract/applications.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { referenceData } from '../database/reference-data.ts'
import { newId } from '../event-log/chain.ts'
import type { ApplicationContext } from './application-context.ts'
import { initialsOf } from './name-initials.ts'
import { nameFrequency } from './name-frequency.ts'
import { searchApplications } from './search-applications.ts'
import { folded } from './search-pairs.ts'
import { commander } from './testing/commanders.ts'
import { STAGES, storeListed, type Listed } from './testing/listed-applications.ts'
import { countLists, listsOf, readWorklist } from './worklists.ts'

const { database: db } = await freshDatabase({ maxConnections: 6 })
const REGION = 513_200
const TODAY = '2026-03-02'
const reference = referenceData({
  items: ABA_ITEMS,
  guides: ABA_GUIDES,
  organisations: ABA_ORGANISATIONS,
  calendar: ABA_CALENDAR_DATA,
})
const context: ApplicationContext = {
  db,
  reference,
  clock: () => `${TODAY}T04:00:00.000Z` as Instant,
  portalUrl: 'http://localhost',
  onCommit: () => undefined,
}
const frequency = nameFrequency(db)
const ACCOUNT = '01990000-0000-7000-8000-0000000000c1' as AccountId
const IDENTITY = 'id-card:513201199003070014'
const DEPARTMENTS = ['culture-tourism', 'justice', 'education', 'market-regulation', 'broadcasting']

const READERS: readonly Actor[] = [
  commander('window-clerk', 'approval-service-centre', 'approval-service-centre').actor,
  commander('reviewer', 'department', 'culture-tourism').actor,
  commander('decider', 'department', 'justice').actor,
  commander('seal-keeper', 'approval-bureau', 'approval-bureau').actor,
  commander('supervisor', 'government-service-centre', 'government-service-centre').actor,
  commander('applicant', 'public', undefined, IDENTITY).actor,
].map((actor) => ({ ...actor, accountId: ACCOUNT }))
const clerk = READERS[0] as Actor

const someday = fc
  .integer({ min: 0, max: 40 })
  .map((days) => new Date(Date.parse('2026-02-10') + days * 86_400_000).toISOString().slice(0, 10))
const listed: fc.Arbitrary<Omit<Listed, 'applicationId' | 'number'>> = fc.record({
  stage: fc.constantFrom(...STAGES, 'closed', 'closed', 'to-review'),
  itemId: fc.constantFrom(...ABA_ITEMS.slice(0, 30).map(({ itemId }) => String(itemId))),
  departmentId: fc.constantFrom(...DEPARTMENTS),
  waitsFor: fc.shuffledSubarray(DEPARTMENTS),
  windowAccount: fc.constantFrom(ACCOUNT, '01990000-0000-7000-8000-0000000000c2'),
  receivedOn: fc.constantFrom(TODAY, '2026-02-27', '2026-02-26'),
  identity: fc.constantFrom(IDENTITY, 'id-card:513201199003070022'),
  name: fc.constantFrom(
    '张某某',
    '张示例',
    '李示例',
    '卓玛示例',
    '单某',
    '若尔盖县示例食品有限公司',
    '若尔盖县示例贸易有限公司',
    'Tashi 示例',
  ),
  dueOn: fc.option(someday, { freq: 3 }),
  card: fc.constantFrom('none', 'none', 'warning', 'yellow', 'red'),
  followUp: fc.boolean(),
})

let rows: readonly Listed[] = []
beforeAll(async () => {
  rows = fc.sample(listed, { numRuns: 600, seed: 20_260_302 }).map((row, index) => ({
    ...row,
    applicationId: newId(),
    number: `513200-${row.receivedOn.replaceAll('-', '')}-${String(index % 300).padStart(6, '0')}`,
    // One number is one application.
    ...(index >= 300 && { number: `513200-20260225-${String(index).padStart(6, '0')}` }),
  }))
  await storeListed(db, REGION, rows)
})

const dueKey = ({ dueOn, applicationId }: Listed) => `${dueOn ?? 'infinity'}~${applicationId}`
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byDue = (a: Listed, b: Listed) => byText(dueKey(a), dueKey(b))
const newestFirst = (a: Listed, b: Listed) =>
  byText(`${b.receivedOn}~${b.applicationId}`, `${a.receivedOn}~${a.applicationId}`)

/** What stands in a list that is not simply a stage, said without any index. */
const STANDS: Partial<Record<WorklistName, (row: Listed, actor: Actor) => boolean>> = {
  mine: (row, actor) => row.identity === actor.identity,
  'window-today': (row, actor) => row.windowAccount === actor.accountId && row.receivedOn === TODAY,
  'to-follow-up': (row) => row.followUp,
  warning: (row, actor) =>
    isOwn(row, actor) && row.card === 'warning' && ['to-review', 'to-decide'].includes(row.stage),
  overdue: (row, actor) =>
    isOwn(row, actor) && ['yellow', 'red'].includes(row.card) && row.stage !== 'closed',
  'to-review': (row, actor) =>
    row.stage === 'to-review' &&
    (actor.body !== 'department' || row.waitsFor.some((id) => id === actor.organisationId)),
}

function isOwn(row: Listed, actor: Actor): boolean {
  return actor.body !== 'department' || row.departmentId === actor.organisationId
}

function stands(row: Listed, list: WorklistName, actor: Actor): boolean {
  return STANDS[list]?.(row, actor) ?? (isOwn(row, actor) && row.stage === list)
}

/** What a term finds, said without any index. */
function found(row: Listed, q: string): boolean {
  const term = folded(q)
  const item = ABA_ITEMS.find(({ itemId }) => String(itemId) === row.itemId)
  const isTail = /^[0-9-]*[0-9]{4}$/.test(term) && row.number.endsWith(term)
  const holds = folded(row.name).includes(term) || folded(item?.name ?? '').includes(term)
  return isTail || holds || isInitials(term, row.name, item?.pinyinInitials ?? '')
}

function isInitials(term: string, name: string, ofItem: string): boolean {
  if (!/^[a-z0-9]*[a-z][a-z0-9]*$/.test(term)) return false
  const ofName = initialsOf(name)
  return ofItem.includes(term) || ofName === term || (ofName.startsWith(term) && term.length >= 3)
}

type Page = { rows: { number: string }[]; next: string | null; hint: string | null }
async function allPages(read: (cursor: string | undefined) => Promise<Page>): Promise<string[]> {
  const numbers: string[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await read(cursor)
    numbers.push(...page.rows.map(({ number }) => number))
    if (page.next === null) return numbers
    cursor = page.next
  }
}

test.each(READERS.map((actor) => [actor.role, actor] as const))(
  'every list of a %s holds exactly what stands in it, most urgent first, page by page',
  async (role, actor) => {
    const reader = { regionCode: REGION, actor }
    const counts = await countLists(context, reader, listsOf(role))
    for (const list of listsOf(role)) {
      const expected = rows.filter((row) => stands(row, list, actor)).toSorted(byDue)
      const read = await allPages((cursor) =>
        readWorklist(context, frequency, reader, list, { cursor, size: 7 }),
      )
      expect(read, list).toEqual(expected.map(({ number }) => number))
      const first = await readWorklist(context, frequency, reader, list, {})
      expect(first.count, list).toBe(expected.length)
      expect(counts).toContainEqual({ list, name: WORKLISTS[list], count: expected.length })
    }
  },
)

const TERMS = [
  '张某',
  '示例',
  '食品',
  '单某',
  'sm',
  'zmm',
  'reg',
  'tashi',
  '0007',
  '000123',
  '25-000345',
  '许可',
  '有限公司',
  '没有此人',
  'xk',
  '学校设立',
]

test.each(TERMS)(
  '“%s” finds exactly what holds it: open ones first, then the newest',
  async (q) => {
    const matching = rows.filter((row) => found(row, q))
    const expected = [
      ...matching.filter(({ stage }) => stage !== 'closed').toSorted(byDue),
      ...matching.filter(({ stage }) => stage === 'closed').toSorted(newestFirst),
    ].map(({ number }) => number)
    const reader = { regionCode: REGION, actor: clerk }
    for (const known of [frequency, { rarePairsOf: async () => await Promise.resolve(null) }])
      expect(
        await allPages((cursor) =>
          searchApplications(context, known, reader, { q, cursor, size: 20 }),
        ),
      ).toEqual(expected)
  },
)

test.each(TERMS)('“%s” inside a list finds exactly those of the list', async (q) => {
  for (const [actor, list] of [
    [clerk, 'to-accept'],
    [READERS[1] as Actor, 'to-review'],
  ] as const) {
    const expected = rows
      .filter((row) => stands(row, list, actor) && found(row, q))
      .toSorted(byDue)
      .map(({ number }) => number)
    const reader = { regionCode: REGION, actor }
    expect(
      await allPages((cursor) =>
        readWorklist(context, frequency, reader, list, { q, cursor, size: 3 }),
      ),
    ).toEqual(expected)
  }
})

test('one character is met with a hint, not with half of the region', async () => {
  const reader = { regionCode: REGION, actor: clerk }
  const answer = await searchApplications(context, frequency, reader, { q: '张' })
  expect(answer).toMatchObject({ rows: [], next: null })
  expect(answer.hint).toContain('两个字')
})

test('a scanner’s whole number goes straight to its one application, with or without hyphens', async () => {
  const [row] = rows
  const reader = { regionCode: REGION, actor: clerk }
  for (const q of [row?.number ?? '', row?.number.replaceAll('-', '') ?? '']) {
    const answer = await searchApplications(context, frequency, reader, { q })
    expect(answer.rows.map(({ applicationId }) => applicationId)).toEqual([row?.applicationId])
  }
})

test('the code under a paper, or its address, goes to the application of the paper', async () => {
  const [row] = rows
  const code = 'ABCDEFGHJKLMNP23'
  await db.query(
    `insert into notice (region_code, notice_id, application_id, seq, kind, series, year, serial, number, verify_code, dated, content)
     values ($1, $2, $3, 1, 'receipt-slip', '阿收', 2026, 1, '阿收〔2026〕1号', $4, '2026-03-02', '{}')`,
    [REGION, newId(), row?.applicationId, code],
  )
  const reader = { regionCode: REGION, actor: clerk }
  for (const q of [code, 'abcd-efgh-jklm-np23', `https://zw.example.gov.cn/verify/${code}`]) {
    const answer = await searchApplications(context, frequency, reader, { q })
    expect(answer.rows.map(({ number }) => number)).toEqual([row?.number])
  }
})

test('a whole identity finds its applications for the window, and nothing for a department', async () => {
  const q = IDENTITY.replace('id-card:', '')
  const own = rows.filter(({ identity }) => identity === IDENTITY)
  const search = (actor: Actor) =>
    allPages((cursor) =>
      searchApplications(
        context,
        frequency,
        { regionCode: REGION, actor },
        { q, cursor, size: 50 },
      ),
    )
  expect((await search(clerk)).toSorted()).toEqual(own.map(({ number }) => number).toSorted())
  expect(await search(READERS[1] as Actor)).toEqual([])
})

test('paging goes on while rows move: what stays is shown once, what moved behind is shown again', async () => {
  const region = 513_201
  const waiting = rows
    .filter(({ stage }) => stage === 'to-accept')
    .map((row) => ({ ...row, applicationId: newId() }))
  await storeListed(db, region, waiting)
  const reader = { regionCode: region, actor: clerk }
  const seen: string[] = []
  const taken = waiting.toSorted(byDue)[3]
  let cursor: string | undefined
  do {
    const page = await readWorklist(context, frequency, reader, 'to-accept', { cursor, size: 2 })
    seen.push(...page.rows.map(({ number }) => number))
    if (cursor === undefined)
      await db.query(
        `update application set stage = 'closed' where region_code = $1 and application_id = $2`,
        [region, taken?.applicationId],
      )
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  const stayed = waiting.filter((row) => row !== taken).toSorted(byDue)
  expect(seen).toEqual(stayed.map(({ number }) => number))
})
