import type { Database } from '../database/connect.ts'
import type { Findings } from './findings.ts'

// Counter and documents in one statement: a number taken in between would look like a gap.
const NOTICE_SERIES = `
  select coalesce(n.series, c.series) as series, coalesce(n.period, c.period) as period,
         c.value as taken, n.issued, n.last, n.misnamed
    from (select series, year::text as period, count(*)::int as issued, max(serial) as last,
                 (count(*) filter (where number <> series || '〔' || year || '〕' || serial || '号'))::int as misnamed
            from notice where region_code = $1 group by series, year) n
    full join (select substr(kind, 8) as series, period, value
                 from counter where region_code = $1 and kind like 'notice:%') c
      on c.series = n.series and c.period = n.period
   order by 1, 2`

const MISSING_NOTICES = `
  select g.serial from generate_series(1, $4::int) as g(serial)
    left join notice n on n.region_code = $1 and n.series = $2 and n.year = $3::int and n.serial = g.serial
   where n.serial is null order by g.serial limit 5`

// Numbers that were lent to a window and not used are void, and stand in their range (domain rules §8).
const APPLICATION_SERIES = `
  select coalesce(a.period, c.period, l.period) as period, c.value as taken,
         coalesce(a.issued, 0) + coalesce(l.unused, 0) as issued, greatest(a.last, l.last) as last
    from (select received_on::text as period, count(*)::int as issued, max(right(number, 6)::int) as last
            from application where region_code = $1 group by received_on) a
    full join (select period, value from counter where region_code = $1 and kind = 'application') c
      on c.period = a.period
    full join (select r.day::text as period, sum(r.last - r.first + 1 - r.used)::int as unused, max(r.last) as last
            from (select o.day, o.first, o.last, (select count(*)::int from application x
                     where x.region_code = $1 and x.number between o.prefix || lpad(o.first::text, o.digits, '0')
                                                               and o.prefix || lpad(o.last::text, o.digits, '0')) as used
                    from offline_range o where o.region_code = $1 and o.kind = 'receipt') r group by r.day) l
      on l.period = coalesce(a.period, c.period)
   order by 1`

type Series = {
  readonly period: string
  readonly taken: number | null
  readonly issued: number | null
  readonly last: number | null
}
type NoticeSeries = Series & { readonly series: string; readonly misnamed: number | null }

/** Every number that was ever taken stands on a document, or among those lent and void: no holes, none beyond the counter. Answers how many series. */
export async function verifyNumbers(
  db: Database,
  regionCode: number,
  findings: Findings,
): Promise<number> {
  const notices = await db.query<NoticeSeries>(NOTICE_SERIES, [regionCode])
  for (const series of notices) {
    const subject = `文号 ${series.series}〔${series.period}〕`
    const gap = gapOf(series)
    if (gap !== null) {
      const missing = await missingSerials(db, regionCode, series)
      const which = missing.length === 0 ? '' : `，缺第 ${missing.join('、')} 号`
      findings.add({ regionCode, subject, what: gap + which })
    }
    if (series.misnamed) {
      findings.add({ regionCode, subject, what: `${series.misnamed} 件文书的文号与编号登记不一致` })
    }
  }
  const days = await db.query<Series>(APPLICATION_SERIES, [regionCode])
  for (const day of days) {
    const gap = gapOf(day)
    if (gap !== null) findings.add({ regionCode, subject: `办件编号 ${day.period}`, what: gap })
  }
  return notices.length + days.length
}

function gapOf({ taken, issued, last }: Series): string | null {
  if (issued === taken && last === taken) return null
  return `已取 ${taken ?? 0} 个号，实有 ${issued ?? 0} 件，最大第 ${last ?? 0} 号`
}

async function missingSerials(
  db: Database,
  regionCode: number,
  { series, period, taken, last }: NoticeSeries,
): Promise<number[]> {
  const upTo = Math.max(taken ?? 0, last ?? 0)
  const key = [regionCode, series, Number(period), upTo]
  const rows = await db.query<{ serial: number }>(MISSING_NOTICES, key)
  return rows.map(({ serial }) => serial)
}
