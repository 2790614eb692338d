import { pauseAfterTry, type Channel } from '../../domain/message/plan-delivery.ts'
import { sendableAt } from '../../domain/message/quiet-hours.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { claimDeliveries, type Delivery, failOver, keepSent, postpone } from './delivery-rows.ts'
import type { Sender, Sent } from './sender.ts'

const IN_HAND = 20
const LEASE_MS = 60_000

export type DeliveryOptions = {
  readonly db: Database
  readonly regionCode: number
  readonly senders: Readonly<Partial<Record<Channel, Sender>>>
  /** Real time. Default: the machine's clock. */
  readonly now?: () => Date
}

/**
 * Sends what is due, at least once: retried with growing pauses, then by the next channel. Two servers never have the same
 * row in hand; a text message that went twice carries the same key for the gateway. Answers how many were tried.
 */
export async function runDeliveries(options: DeliveryOptions): Promise<number> {
  const { db, regionCode, now = () => new Date() } = options
  let tried = 0
  for (;;) {
    const at = now()
    const leasedUntil = new Date(at.getTime() + LEASE_MS)
    const deliveries = await claimDeliveries(db, regionCode, {
      now: at,
      leasedUntil,
      limit: IN_HAND,
    })
    await Promise.all(deliveries.map((delivery) => deliver(options, delivery, at)))
    tried += deliveries.length
    if (deliveries.length === 0) return tried
  }
}

async function deliver(
  { db, regionCode, senders }: DeliveryOptions,
  delivery: Delivery,
  at: Date,
): Promise<void> {
  const sent = await trySending(senders[delivery.channel], delivery)
  if (sent.ok) {
    await keepSent(db, regionCode, delivery, sent.receipt, at)
    return
  }
  const pause = sent.permanent ? undefined : pauseAfterTry(delivery.tries)
  const next = new Date(at.getTime() + (pause ?? 0) * 1000).toISOString() as Instant
  const from = sendableAt(delivery.nature, next)
  if (pause === undefined) await failOver(db, regionCode, delivery, from, sent.error)
  else await postpone(db, regionCode, delivery, from, sent.error)
}

async function trySending(sender: Sender | undefined, delivery: Delivery): Promise<Sent> {
  if (!sender) return { ok: false, permanent: true, error: 'channel-not-set' }
  const { deliveryId, address, title, text } = delivery
  try {
    return await sender.send({ id: deliveryId, to: address, title, text })
  } catch {
    return { ok: false, permanent: false, error: 'sender-failed' }
  }
}
