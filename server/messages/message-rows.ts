import type { z } from 'zod'
import type { listDeliveries, MessageRow } from '../../contract/messages.ts'
import { maskEmail } from '../../domain/access/check-email.ts'
import { maskPhone } from '../../domain/identifiers/mask.ts'
import type { Database } from '../database/connect.ts'

type Row = z.input<typeof MessageRow>

const LIST = `
  select message_id as "messageId", kind, nature, title, text, application_id as "applicationId", link, at, read_at as "readAt", cleared_at is not null as "isCleared"
    from message
   where region_code = $1 and recipient = any ($2::text[]) and in_app and message_id < $3::uuid
   order by message_id desc limit $4`
const UNREAD = `
  select count(*)::int as unread from (
    select 1 from message
     where region_code = $1 and recipient = any ($2::text[]) and in_app and read_at is null limit 100) u`
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** A page of a person's messages, the newest first. */
export async function listMessages(
  db: Database,
  regionCode: number,
  recipients: readonly string[],
  {
    cursor,
    size = 20,
  }: { readonly cursor?: string | undefined; readonly size?: number | undefined },
): Promise<{ rows: Row[]; next: string | null }> {
  const after = cursor !== undefined && isId(cursor) ? cursor : LAST_ID
  const rows = await db.query<Row>(LIST, [regionCode, recipients, after, size + 1])
  const shown = rows.slice(0, size)
  return { rows: shown, next: rows.length > size ? (shown.at(-1)?.messageId ?? null) : null }
}

export async function countUnread(
  db: Database,
  regionCode: number,
  recipients: readonly string[],
): Promise<number> {
  const [row] = await db.query<{ unread: number }>(UNREAD, [regionCode, recipients])
  return row?.unread ?? 0
}

/** One's own only: another's id changes nothing. */
export async function markRead(
  db: Database,
  regionCode: number,
  recipients: readonly string[],
  { messageIds, allUpTo }: { messageIds: readonly string[]; allUpTo: string | null },
): Promise<void> {
  await db.query(
    `update message set read_at = $5
      where region_code = $1 and recipient = any ($2::text[]) and read_at is null
        and (message_id = any ($3::uuid[]) or message_id <= $4::uuid)`,
    [regionCode, recipients, messageIds, allUpTo, new Date().toISOString()],
  )
}

type DeliveryRow = z.input<typeof listDeliveries.reply>['rows'][number]

const DELIVERIES = `
  select d.delivery_id as "deliveryId", d.channel, d.address, d.state, d.tries, d.sent_at as "sentAt", d.receipt,
         d.last_error as "lastError", case when d.state = 'waiting' then d.next_try_at end as "nextTryAt",
         d.report, d.reported_at as "reportedAt", d.report_code as "reportCode",
         m.nature, m.title, m.text, m.link, m.kind, m.at, m.cleared_at is not null as "isCleared"
    from message_delivery d
    join message m on m.region_code = $1 and m.message_id = d.message_id
   where d.region_code = $1 and d.delivery_id < $2::uuid and ($3::text is null or d.state = $3)
     and ($5::text is null or d.report = $5)
   order by d.delivery_id desc limit $4`

/** What was sent, the newest first: addresses masked, one-time links left out. */
export async function listDeliveryRows(
  db: Database,
  regionCode: number,
  {
    cursor,
    size = 50,
    state,
    report,
  }: {
    cursor?: string | undefined
    size?: number | undefined
    state?: string | undefined
    report?: string | undefined
  },
): Promise<{ rows: DeliveryRow[]; next: string | null }> {
  const after = cursor !== undefined && isId(cursor) ? cursor : LAST_ID
  const found = await db.query<DeliveryRow & { link: string | null; kind: string }>(DELIVERIES, [
    regionCode,
    after,
    state ?? null,
    size + 1,
    report ?? null,
  ])
  const rows = found.slice(0, size).map(({ link: _link, kind: _kind, ...row }) => ({
    ...row,
    address: maskedAddress(row),
    text: row.text.replaceAll(/https?:\/\/\S+/g, '（链接）'),
  }))
  return { rows, next: found.length > size ? (rows.at(-1)?.deliveryId ?? null) : null }
}

function maskedAddress({ channel, address }: Pick<DeliveryRow, 'channel' | 'address'>): string {
  if (address === '') return ''
  return channel === 'sms' ? maskPhone(address) : maskEmail(address)
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
