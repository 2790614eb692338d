import type { Database } from '../../server/database/connect.ts'
import { initialsOf } from '../../server/application/name-initials.ts'

/** What people type: by kind, several of each, so that no answer is the one before. */
export type Terms = Readonly<Record<string, readonly string[]>>

// As long as their names are asked for below: a person's, and a company's.
const PERSON = 'char_length(applicant_name) <= 4'
const COMPANY = 'char_length(applicant_name) > 6'
const some = (whose: string) => `
  select number, applicant_name as name, applicant_identity as identity from application
   where region_code = $1 and application_id >= $2 and ${whose} order by application_id limit 1`
const EDGES = `
  select min(received_on)::text as first, max(received_on)::text as last from application where region_code = $1`
const CODES = `select verify_code as code from notice where region_code = $1 and notice_id >= $2 order by notice_id limit 1`

type Sample = { readonly number: string; readonly name: string; readonly identity: string }

/** Taken from the region's own data, evenly over its years. */
export async function sampleTerms(db: Database, regionCode: number, many: number): Promise<Terms> {
  const [edges] = await db.query<{ first: string; last: string }>(EDGES, [regionCode])
  if (edges === undefined) throw new Error('The region is empty')
  const from = Date.parse(edges.first)
  const span = Date.parse(edges.last) - from
  const people: Sample[] = []
  const companies: Sample[] = []
  const codes: string[] = []
  for (let index = 0; index < many; index += 1) {
    const id = idAt(from + (span * (index + 0.5)) / many)
    people.push(...(await db.query<Sample>(some(PERSON), [regionCode, id])))
    companies.push(...(await db.query<Sample>(some(COMPANY), [regionCode, id])))
    const [notice] = await db.query<{ code: string }>(CODES, [regionCode, id])
    if (notice !== undefined) codes.push(notice.code)
  }
  const samples = people.flatMap((person, index) => [person, companies[index] ?? person])
  return {
    'two characters of a name': people.map(({ name }) => name.slice(-2)),
    'surname and first character': people.map(({ name }) => name.slice(0, 2)),
    'whole name': people.map(({ name }) => name),
    'initials of a name': people.map(({ name }) => initialsOf(name)),
    'middle of a company’s name': companies.map(({ name }) => name.slice(2, 6)),
    'whole company': companies.map(({ name }) => name),
    'words of many items (许可, 审批)': ['许可', '审批', '经营许可'],
    'words of companies (有限公司)': ['有限公司', '有限责任公司', '公司'],
    'words of one item (林木采伐)': ['林木采伐', '食品生产', '娱乐场所', '学校'],
    'initials of items': ['hlwsw', 'spjy', 'xk', 'ylcs', 'rlzy'],
    'four digits of a number': samples.map(({ number }) => number.slice(-4)),
    'six digits of a number': samples.map(({ number }) => number.slice(-6)),
    'day and serial of a number': samples.map(({ number }) => number.slice(-11)),
    'scanner: whole number': samples.map(({ number }) => number),
    'scanner: code under a paper': codes,
    'scanner: identity': samples.map(({ identity }) => identity.replace(/^[a-z-]+:/, '')),
    'nobody’s name': ['亓官某', '没有此人', 'qqqx'],
  }
}

/** The lowest UUIDv7 of a moment. */
function idAt(milliseconds: number): string {
  const hex = Math.round(milliseconds).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
