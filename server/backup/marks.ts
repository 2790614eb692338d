import type { Database } from '../database/connect.ts'

/** Where one region's trail stands. */
export type RegionMarks = {
  readonly regionCode: number
  readonly applications: number
  /** When the newest event was recorded; null before the first. */
  readonly lastEventAt: string | null
  readonly newestRoot: { readonly day: string; readonly root: string } | null
  readonly counters: readonly { readonly kind: string; period: string; value: number }[]
}
export type Marks = readonly RegionMarks[]

const REGIONS = 'select region_code as code from region order by region_code'
const APPLICATIONS = 'select count(*)::int as n from application where region_code = $1'
const LAST_EVENT = 'select max(recorded_at) as at from application_event where region_code = $1'
const NEWEST_ROOT = `
  select day::text as day, encode(root, 'hex') as root from daily_root
   where region_code = $1 order by day desc limit 1`
const ROOT_OF = `select encode(root, 'hex') as root from daily_root where region_code = $1 and day = $2`
const COUNTERS =
  'select kind, period, value from counter where region_code = $1 order by kind, period'

export async function readMarks(db: Pick<Database, 'query'>): Promise<Marks> {
  const regions = await db.query<{ code: number }>(REGIONS)
  const marks: RegionMarks[] = []
  for (const { code } of regions) {
    const [applications] = await db.query<{ n: number }>(APPLICATIONS, [code])
    const [last] = await db.query<{ at: string | null }>(LAST_EVENT, [code])
    const [root] = await db.query<{ day: string; root: string }>(NEWEST_ROOT, [code])
    marks.push({
      regionCode: code,
      applications: applications?.n ?? 0,
      lastEventAt: last?.at ?? null,
      newestRoot: root ?? null,
      counters: await db.query<RegionMarks['counters'][number]>(COUNTERS, [code]),
    })
  }
  return marks
}

/** What the database does not know although the marks say it must: fewer applications, another root, a lower serial. */
export async function missingOf(db: Pick<Database, 'query'>, marks: Marks): Promise<string[]> {
  const now = await readMarks(db)
  const missing: string[] = []
  for (const mark of marks) {
    const here = now.find(({ regionCode }) => regionCode === mark.regionCode)
    const whats =
      here === undefined ? ['不存在'] : [...lowerThan(here, mark), ...(await otherRoot(db, mark))]
    missing.push(...whats.map((what) => `地区 ${mark.regionCode}：${what}`))
  }
  return missing
}

function lowerThan(here: RegionMarks, mark: RegionMarks): string[] {
  const serials = mark.counters.flatMap(({ kind, period, value }) => {
    const found = here.counters.find((one) => one.kind === kind && one.period === period)
    const reached = found?.value ?? 0
    return reached < value
      ? [`编号序列 ${kind} ${period} 只到 ${reached}，备份时已到 ${value}`]
      : []
  })
  return here.applications < mark.applications
    ? [`办件 ${here.applications} 件，备份时已有 ${mark.applications} 件`, ...serials]
    : serials
}

async function otherRoot(
  db: Pick<Database, 'query'>,
  { regionCode, newestRoot }: RegionMarks,
): Promise<string[]> {
  if (newestRoot === null) return []
  const { day, root } = newestRoot
  const [found] = await db.query<{ root: string }>(ROOT_OF, [regionCode, day])
  return found?.root === root ? [] : [`${day} 的留痕根与备份时公布的不同`]
}
