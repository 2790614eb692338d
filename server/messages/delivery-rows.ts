import type { Channel } from '../../domain/message/plan-delivery.ts'
import type { MessageNature } from '../../domain/message/message-kinds.ts'
import type { Database } from '../database/connect.ts'

export type Delivery = {
  readonly deliveryId: string
  readonly messageId: string
  readonly channel: Channel
  readonly address: string
  /** This try counted: 1 for the first. */
  readonly tries: number
  readonly nature: MessageNature
  readonly title: string
  readonly text: string
}

// A row in hand is put off by its lease: a server that dies with it leaves it to another.
const CLAIM = `
  update message_delivery set next_try_at = $3, tries = tries + 1
   where region_code = $1 and state = 'waiting'
     and delivery_id = any (array(
       select d.delivery_id from message_delivery d
        where d.region_code = $1 and d.state = 'waiting' and d.next_try_at <= $2
        order by d.next_try_at limit $4 for update skip locked))
  returning delivery_id as "deliveryId", message_id as "messageId", channel, address, tries`
const TEXTS = `
  select message_id as "messageId", nature, title, text from message
   where region_code = $1 and message_id = any ($2::uuid[])`

export async function claimDeliveries(
  db: Database,
  regionCode: number,
  { now, leasedUntil, limit }: { now: Date; leasedUntil: Date; limit: number },
): Promise<Delivery[]> {
  const rows = await db.query<Omit<Delivery, 'nature' | 'title' | 'text'>>(CLAIM, [
    regionCode,
    now.toISOString(),
    leasedUntil.toISOString(),
    limit,
  ])
  if (rows.length === 0) return []
  const texts = await db.query<Pick<Delivery, 'messageId' | 'nature' | 'title' | 'text'>>(TEXTS, [
    regionCode,
    rows.map(({ messageId }) => messageId),
  ])
  return rows.flatMap((row) => {
    const text = texts.find(({ messageId }) => messageId === row.messageId)
    return text ? [{ ...row, ...text }] : []
  })
}

/** It went: what stood by for the same message is not needed. */
export async function keepSent(
  db: Database,
  regionCode: number,
  { deliveryId, messageId }: Delivery,
  receipt: string,
  now: Date,
): Promise<void> {
  await db.query(
    `update message_delivery set state = 'sent', sent_at = $3, receipt = $4, last_error = null
      where region_code = $1 and delivery_id = $2 and state = 'waiting'`,
    [regionCode, deliveryId, now.toISOString(), receipt],
  )
  await db.query(
    `update message_delivery set state = 'not-needed'
      where region_code = $1 and message_id = $2 and state = 'standby'`,
    [regionCode, messageId],
  )
}

export async function postpone(
  db: Database,
  regionCode: number,
  { deliveryId, tries }: Delivery,
  until: string,
  error: string,
): Promise<void> {
  await db.query(
    `update message_delivery set next_try_at = $4, last_error = $5
      where region_code = $1 and delivery_id = $2 and tries = $3 and state = 'waiting'`,
    [regionCode, deliveryId, tries, until, error],
  )
}

/** Given up: the next channel first, so that a crash in between sends twice rather than never. */
export async function failOver(
  db: Database,
  regionCode: number,
  { deliveryId, messageId }: Delivery,
  from: string,
  error: string,
): Promise<void> {
  await db.query(
    `update message_delivery set state = 'waiting', next_try_at = $3
      where region_code = $1 and message_id = $2 and state = 'standby'
        and rank = (select min(s.rank) from message_delivery s
                     where s.region_code = $1 and s.message_id = $2 and s.state = 'standby')`,
    [regionCode, messageId, from],
  )
  await db.query(
    `update message_delivery set state = 'failed', last_error = $3
      where region_code = $1 and delivery_id = $2 and state = 'waiting'`,
    [regionCode, deliveryId, error],
  )
}
