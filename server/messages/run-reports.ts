import type { Channel } from '../../domain/message/plan-delivery.ts'
import type { Database } from '../database/connect.ts'
import type { DeliveryReport, Sender } from './sender.ts'

const FIND = `
  select d.delivery_id as "deliveryId", d.message_id as "messageId", d.rank, m.nature
    from message_delivery d
    join message m on m.region_code = $1 and m.message_id = d.message_id
   where d.region_code = $1 and d.receipt = $2 and d.channel = $3 and d.state = 'sent' and d.report is null`
// What was not needed is needed after all: the next channel, at once.
const NEXT_CHANNEL = `
  update message_delivery set state = 'waiting', next_try_at = $4
   where region_code = $1 and message_id = $2 and state = 'not-needed'
     and rank = (select min(n.rank) from message_delivery n
                  where n.region_code = $1 and n.message_id = $2 and n.state = 'not-needed' and n.rank > $3)`
const KEEP = `
  update message_delivery set report = $3, reported_at = $4, report_code = $5
   where region_code = $1 and delivery_id = $2 and report is null`

type Found = {
  readonly deliveryId: string
  readonly messageId: string
  readonly rank: number
  readonly nature: 'legal' | 'courtesy'
}

export type ReportOptions = {
  readonly db: Database
  readonly regionCode: number
  readonly senders: Readonly<Partial<Record<Channel, Sender>>>
  readonly now?: () => Date
}

/**
 * Keeps what became of messages that were sent. A legal notice that did not arrive goes by its next channel; a courtesy
 * does not. Told twice, or to two servers, it is kept once. Answers how many reports there were.
 */
export async function runReports({
  db,
  regionCode,
  senders,
  now = () => new Date(),
}: ReportOptions): Promise<number> {
  let told = 0
  for (const [channel, sender] of Object.entries(senders)) {
    const reports = (await sender.reports?.read()) ?? []
    for (const report of reports)
      await keepReport(db, regionCode, channel, report, now().toISOString())
    if (reports.length > 0) await sender.reports?.acknowledge(reports.map(({ receipt }) => receipt))
    told += reports.length
  }
  return told
}

/** The next channel first, so that a crash in between tells twice rather than never. */
async function keepReport(
  db: Database,
  regionCode: number,
  channel: string,
  { receipt, arrived, code }: DeliveryReport,
  at: string,
): Promise<void> {
  const [found] = await db.query<Found>(FIND, [regionCode, receipt, channel])
  if (found === undefined) return
  const { deliveryId, messageId, rank, nature } = found
  if (!arrived && nature === 'legal')
    await db.query(NEXT_CHANNEL, [regionCode, messageId, rank, at])
  await db.query(KEEP, [
    regionCode,
    deliveryId,
    arrived ? 'delivered' : 'undelivered',
    at,
    arrived ? null : code,
  ])
}
