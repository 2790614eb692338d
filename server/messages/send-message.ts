import { uuidv7 } from 'uuidv7'
import { maskName } from '../../domain/identifiers/mask.ts'
import { isMobile } from '../../domain/identifiers/phone.ts'
import { type MessageKind, MESSAGE_KINDS } from '../../domain/message/message-kinds.ts'
import {
  type Channel,
  type DeliveryPlan,
  planDelivery,
  USUAL_WISHES,
} from '../../domain/message/plan-delivery.ts'
import { sendableAt } from '../../domain/message/quiet-hours.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { findRecipient, findRecipientByIdentity, type Recipient } from './recipient.ts'

/** One thing to tell one person. Told again under the same `key` it is told once. */
export type MessageRequest = {
  readonly regionCode: number
  readonly kind: MessageKind
  /** What it tells of: `<application>:<seq>:<kind>`, `consultation:<id>`. */
  readonly key: string
  readonly to: {
    /** `id-card:…`; or the account itself where no identity is concerned. */
    readonly identity?: string | null
    readonly accountId?: string | null
    /** Whole; the text shows it masked. An enterprise's stays as it is. Absent: the account's, or none. */
    readonly name?: string
    /** As left with this application: before the account's own. */
    readonly phone?: string | null
    readonly email?: string | null
  }
  readonly item: string
  readonly number: string
  readonly applicationId?: string | null
  /** The account that lodged it: one that only states its identity hears of nothing else. */
  readonly lodgedBy?: string | null
  /** An address of this site, for the portal. */
  readonly link?: string | null
  /** Makes the one-time link that the text carries, when it is known that somebody gets it; null: then nothing is sent. */
  readonly makeLink?: () => Promise<Link | null>
  readonly until?: string
  readonly at: Instant
}

export type SendMessage = (request: MessageRequest) => Promise<void>

export type MessageStore = {
  readonly db: Database
  readonly channels: readonly Channel[]
  /** Real time: when deliveries may go. */
  readonly now?: () => Date
  /** Something waits to be sent. */
  readonly onStored?: () => void
}

const STORE = `
  insert into message (region_code, message_id, event_key, recipient, application_id, kind, nature, title, text, link, at, in_app)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (region_code, event_key) do nothing`
const STORED =
  'select message_id as "messageId" from message where region_code = $1 and event_key = $2'
const DELIVER = `
  insert into message_delivery (region_code, delivery_id, message_id, channel, address, rank, state, next_try_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (region_code, message_id, channel) do nothing`

/** Stores one message and what has to be sent of it. Whom nothing reaches is told nothing, and no row is kept. */
export async function storeMessage(
  { db, channels, now = () => new Date(), onStored = () => undefined }: MessageStore,
  request: MessageRequest,
): Promise<void> {
  const account = await accountOf(db, request)
  const plan = planOf(request, account, channels)
  if (plan.sends.length === 0 && (account === undefined || !plan.inApp)) return
  const made = request.makeLink && (await freshLink(db, request, request.makeLink))
  if (made !== null) await db.query(STORE, valuesOf(request, plan, account, made))
  const { nature } = MESSAGE_KINDS[request.kind]
  await storeDeliveries(db, request, plan, sendableAt(nature, now().toISOString() as Instant))
  if (plan.sends.length > 0) onStored()
}

function planOf(
  { kind, to }: MessageRequest,
  account: Recipient | undefined,
  channels: readonly Channel[],
): DeliveryPlan {
  return planDelivery(MESSAGE_KINDS[kind].nature, {
    hasAccount: account !== undefined,
    phone: isMobile(to.phone ?? '') ? (to.phone ?? null) : (account?.phone ?? null),
    email: account?.email ?? to.email ?? null,
    channels,
    wishes: account?.wishes ?? USUAL_WISHES,
  })
}

type Link = { readonly link: string; readonly url: string }

function valuesOf(
  request: MessageRequest,
  { inApp }: DeliveryPlan,
  account: Recipient | undefined,
  made: Link | undefined,
): readonly unknown[] {
  const { regionCode, kind, key, to, applicationId = null, link = null, at } = request
  const { nature, title } = MESSAGE_KINDS[kind]
  return [
    regionCode,
    uuidv7(),
    key,
    to.identity ?? `account:${to.accountId ?? ''}`,
    applicationId,
    kind,
    nature,
    title,
    textOf(request, account?.name, made?.url),
    made?.link ?? link,
    at,
    inApp,
  ]
}

/** Null: the message was stored before, with a link of its own, or none is offered. */
async function freshLink(
  db: Database,
  { regionCode, key }: MessageRequest,
  makeLink: NonNullable<MessageRequest['makeLink']>,
) {
  const [stored] = await db.query(STORED, [regionCode, key])
  return stored ? null : await makeLink()
}

/** An account that only states its identity is reached where it lodged the application itself. */
async function accountOf(
  db: Database,
  { regionCode, to, lodgedBy }: MessageRequest,
): Promise<Recipient | undefined> {
  if (to.accountId) return await findRecipient(db, regionCode, to.accountId)
  const account = to.identity
    ? await findRecipientByIdentity(db, regionCode, to.identity)
    : undefined
  const trusted =
    account !== undefined && (account.assurance !== 'L1' || account.accountId === lodgedBy)
  return trusted ? account : undefined
}

async function storeDeliveries(
  db: Database,
  { regionCode, key }: MessageRequest,
  { sends }: DeliveryPlan,
  from: Instant,
): Promise<void> {
  if (sends.length === 0) return
  const [stored] = await db.query<{ messageId: string }>(STORED, [regionCode, key])
  // No link was offered: nothing was stored.
  if (!stored) return
  for (const [index, { channel, address }] of sends.entries())
    await db.query(DELIVER, [
      regionCode,
      uuidv7(),
      stored.messageId,
      channel,
      address,
      index + 1,
      index === 0 ? 'waiting' : 'standby',
      from,
    ])
}

function textOf(
  { kind, to, item, number, until }: MessageRequest,
  accountName: string | undefined,
  url: string | undefined,
): string {
  const name = to.name ?? accountName
  const isCompany = to.identity?.startsWith('credit-code:') ?? false
  return MESSAGE_KINDS[kind].text({
    name: name === undefined ? '您好' : isCompany ? name : maskName(name),
    item,
    number,
    ...(url !== undefined && { link: url }),
    ...(until !== undefined && { until }),
  })
}
