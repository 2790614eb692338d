import type { QueueCode } from '../../domain/queue/ticket.ts'
import { localDateOf, addDays } from '../../domain/shared/local-date.ts'
import type { HttpContext } from '../http/http-context.ts'

/** Days back and services of each queue: enough to be steady, fresh enough to follow a new form or a new clerk. */
const DAYS = 30
const MOST = 200
const KEPT_MS = 60_000

const READ = `
  select queue, seconds from (
    select queue, extract(epoch from finished_at - called_at)::int as seconds,
           row_number() over (partition by queue order by finished_at desc) as place
      from ticket
     where region_code = $1 and day >= $2 and status = 'finished' and finished_at > called_at) as recent
   where place <= $3`

export type ServiceLengths = Readonly<Partial<Record<QueueCode, readonly number[]>>>

export type KeptLengths = {
  /** Seconds from call to end of the recent services of each queue, at most a minute old by the hall's clock. */
  readonly read: (regionCode: number) => Promise<ServiceLengths>
  /** The same without waiting: as read last, and read anew meanwhile where that is old. */
  readonly last: (regionCode: number) => ServiceLengths
}

export function createServiceLengths({ db, clock }: HttpContext): KeptLengths {
  const kept = new Map<number, { readonly lengths: ServiceLengths; readonly at: number }>()
  const reading = new Map<number, Promise<ServiceLengths>>()

  async function readNow(regionCode: number): Promise<ServiceLengths> {
    const since = addDays(localDateOf(clock(regionCode)), -DAYS)
    const rows = await db.query<{ queue: QueueCode; seconds: number }>(READ, [
      regionCode,
      since,
      MOST,
    ])
    const lengths: Partial<Record<QueueCode, number[]>> = {}
    for (const { queue, seconds } of rows) (lengths[queue] ??= []).push(seconds)
    kept.set(regionCode, { lengths, at: Date.parse(clock(regionCode)) })
    return lengths
  }

  async function read(regionCode: number): Promise<ServiceLengths> {
    const known = kept.get(regionCode)
    const age = Date.parse(clock(regionCode)) - (known?.at ?? 0)
    if (known !== undefined && age < KEPT_MS) return known.lengths
    const coming = reading.get(regionCode) ?? readNow(regionCode)
    reading.set(regionCode, coming)
    try {
      return await coming
    } finally {
      reading.delete(regionCode)
    }
  }

  return {
    read,
    last: (regionCode) => {
      read(regionCode).catch(() => undefined)
      return kept.get(regionCode)?.lengths ?? {}
    },
  }
}
