import { afterAll, beforeAll, expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { connect } from '../database/connect.ts'
import { referenceData } from '../database/reference-data.ts'
import { newId } from '../event-log/chain.ts'
import type { ApplicationContext } from './application-context.ts'
import { MOST_LOOKED } from './listed-columns.ts'
import { nameFrequency, type NameFrequency } from './name-frequency.ts'
import { searchApplications } from './search-applications.ts'
import { commander } from './testing/commanders.ts'
import { STAGES, storeListed, type Listed } from './testing/listed-applications.ts'
import { countLists, listsOf, readWorklist } from './worklists.ts'

const { connectionString } = await freshDatabase()
const db = connect({ connectionString, maxConnections: 4, asRole: undefined })
afterAll(() => db.close())
const REGION = 513_200
const reference = referenceData({
  items: ABA_ITEMS,
  guides: ABA_GUIDES,
  organisations: ABA_ORGANISATIONS,
  calendar: ABA_CALENDAR_DATA,
})
const asked: { text: string; values: readonly unknown[] }[] = []
const context: ApplicationContext = {
  db: {
    ...db,
    query: async (text, values = []) => {
      asked.push({ text, values })
      return await db.query(text, values)
    },
  },
  reference,
  clock: () => '2026-03-02T04:00:00.000Z' as Instant,
  portalUrl: 'http://localhost',
  onCommit: () => undefined,
}
const frequency = nameFrequency(db)
const frequent: NameFrequency = { rarePairsOf: async () => await Promise.resolve(null) }
const IDENTITY = 'id-card:513201199003070014'
const READERS: readonly Actor[] = [
  commander('window-clerk', 'approval-service-centre', 'approval-service-centre').actor,
  commander('reviewer', 'department', 'culture-tourism').actor,
  commander('seal-keeper', 'approval-bureau', 'approval-bureau').actor,
  commander('supervisor', 'government-service-centre', 'government-service-centre').actor,
  commander('applicant', 'public', undefined, IDENTITY).actor,
]
const clerk = { regionCode: REGION, actor: READERS[0] as Actor }
const DEPARTMENTS = ['culture-tourism', 'justice', 'education', 'agriculture']
const CLOSED = 2 * MOST_LOOKED + 700
const OPEN = MOST_LOOKED + 300

/** A region that has been at work for a while: most is closed, every fiftieth name holds what is looked for. */
function rowsAtSize(): Listed[] {
  return Array.from({ length: CLOSED + OPEN }, (_, index) => {
    const stage = index < CLOSED ? 'closed' : (STAGES[index % 14] ?? 'to-accept')
    const department = DEPARTMENTS[index % DEPARTMENTS.length] ?? ''
    return {
      applicationId: newId(),
      number: `513200-20250310-${String(index).padStart(6, '0')}`,
      stage,
      itemId: String(ABA_ITEMS[index % ABA_ITEMS.length]?.itemId),
      departmentId: department,
      waitsFor: stage === 'to-review' ? [department] : [],
      windowAccount: newId(),
      receivedOn: `2025-${String(1 + (index % 12)).padStart(2, '0')}-10`,
      identity: index % 500 === 0 ? IDENTITY : `id-card:${index}`,
      name: index % 50 === 7 ? '若尔盖县示例食品有限公司' : '马尔康市某某贸易有限公司',
      dueOn: stage === 'closed' ? null : `2026-04-${String(1 + (index % 28)).padStart(2, '0')}`,
      card: index % 90 === 0 && stage !== 'closed' ? 'yellow' : 'none',
      followUp: index % 700 === 0,
    }
  })
}

let rows: Listed[] = []
beforeAll(async () => {
  rows = rowsAtSize()
  await storeListed(db, REGION, rows)
  await db.pool.query('vacuum analyze application')
})

/** Every table that a statement's plan reads from its first page to its last. */
async function readWhole(): Promise<string[]> {
  const whole: string[] = []
  for (const { text } of asked.splice(0)) {
    const { rows: lines } = await db.pool.query<{ 'QUERY PLAN': string }>(
      `explain (generic_plan, costs off) ${text}`,
    )
    const plan = lines.map((line) => line['QUERY PLAN']).join('\n')
    if (/Seq Scan on application\b/.test(plan)) whole.push(`${text}\n${plan}`)
  }
  return whole
}

test.each(READERS.map((actor) => [actor.role, actor] as const))(
  'no list of a %s, with a term or without, reads the whole table, whatever plan is kept',
  async (role, actor) => {
    const reader = { regionCode: REGION, actor }
    await countLists(context, reader, listsOf(role))
    for (const list of listsOf(role)) {
      await readWorklist(context, frequency, reader, list, {})
      for (const known of [frequency, frequent])
        for (const q of ['食品', '0123', 'regx'])
          await readWorklist(context, known, reader, list, { q })
    }
    expect(asked.length).toBeGreaterThan(3)
    expect(await readWhole()).toEqual([])
  },
)

test('no search reads the whole table, whatever plan is kept', async () => {
  for (const known of [frequency, frequent])
    for (const q of [
      '食品',
      '若尔盖县',
      'regx',
      'xk',
      '许可',
      '0123',
      '25-000123',
      IDENTITY.slice(8),
      '513200-20250310-000123',
      'ABCDEFGHJKLMNP23',
    ])
      await searchApplications(context, known, clerk, { q })
  expect(asked.length).toBeGreaterThan(20)
  expect(await readWhole()).toEqual([])
})

test('a search that stopped looking says so, and its pages together find everything once', async () => {
  const found: string[] = []
  const hints: (string | null)[] = []
  let cursor: string | undefined
  do {
    const page = await searchApplications(context, frequent, clerk, {
      q: '若尔盖',
      cursor,
      size: 100,
    })
    found.push(...page.rows.map(({ number }) => number))
    hints.push(page.hint)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  const expected = rows.filter(({ name }) => name.startsWith('若尔盖')).map(({ number }) => number)
  expect(found.toSorted()).toEqual(expected.toSorted())
  expect(hints.slice(0, -1).every((hint) => hint?.includes(String(MOST_LOOKED)))).toBe(true)
  expect(hints.at(-1)).toBeNull()
  expect(hints.length).toBeGreaterThan(3)
})

test('what the database knows of its names tells rare terms from common ones', async () => {
  const known = nameFrequency(db)
  const term = (pairs: string[]) => ({
    text: '',
    pairs,
    tail: '',
    hasLetters: false,
    initials: null,
    itemIds: [],
  })
  expect(await known.rarePairsOf(term(['贸易']))).toBeNull()
  expect(await known.rarePairsOf(term(['有限', '若尔']))).toEqual(['若尔', '有限'])
})
