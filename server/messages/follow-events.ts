import type { Applicant } from '../../domain/application/applicant.ts'
import type { ContactKind } from '../../domain/application/application.ts'
import type { ApplicationEventType } from '../../domain/application/events.ts'
import { contactOfEvent, messagesOfEvent } from '../../domain/message/messages-of-event.ts'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { FEED_START, newestCursor } from '../event-log/read-feed.ts'
import type { SendMessage } from './send-message.ts'

const FOLLOWER = 'applications'
const PAGE = 200

/** Events whose notices or names say something to the applicant; the others only move the cursor. */
const SPEAKING: readonly ApplicationEventType[] = [
  'ApplicationReceived',
  'ApplicationAccepted',
  'ApplicationDeemedAccepted',
  'ApplicationDeclined',
  'CorrectionRequested',
  'ApplicantReminded',
  'CorrectionSupplied',
  'ToleranceReminded',
  'ToleranceLapsed',
  'ToleratedMaterialsRequested',
  'ApplicationLapsed',
  'ApplicationTerminated',
  'ClockPaused',
  'DeadlineExtended',
  'LicenceGranted',
  'LicenceRefused',
  'LicenceDeemedRenewed',
  'SealApplied',
  'ProvincialResultReceived',
  'ReadyForPickup',
  'ResultIssued',
  'ResultDelivered',
]

type Row = {
  readonly cursor: string
  readonly applicationId: string
  readonly seq: number
  readonly type: ApplicationEventType
  readonly at: Instant
  readonly number: string | null
  readonly itemId: string | null
  readonly identity: string | null
  readonly lodgedBy: string | null
  readonly applicant: Applicant | null
  /** Of an event that speaks of a day. */
  readonly until: string | null
  readonly notices: readonly NoticeKind[]
}

const READ = `
  select e.xact::text || '-' || e.application_id || '-' || e.seq as cursor, e.application_id as "applicationId", e.seq, e.type,
         e.occurred_at as at, a.number, a.item_id as "itemId", a.applicant_identity as identity,
         e.data ->> 'dueOn' as until, a.window_account as "lodgedBy", a.state -> 'applicant' as applicant,
         array(select n.kind from notice n
                where n.region_code = $1 and n.application_id = a.application_id and n.seq = e.seq order by n.kind) as notices
    from application_event e
    left join application a
      on a.region_code = $1 and a.application_id = e.application_id and e.type = any ($6::text[])
   where e.region_code = $1
     and e.xact < pg_snapshot_xmin(pg_current_snapshot())
     and (e.xact, e.application_id, e.seq) > ($2::text::xid8, $3::uuid, $4::int)
   order by e.xact, e.application_id, e.seq
   limit $5`

export type Follower = {
  /** Reads on from where the region stands; answers how many events it went past. */
  readonly look: () => Promise<number>
}

export type FollowerOptions = {
  readonly db: Database
  readonly regionCode: number
  readonly send: SendMessage
  readonly itemName: (itemId: string) => string
  readonly portalUrl: string
  /** A one-time link for a service contact; null: none is offered. */
  readonly ratingLinkOf: (
    regionCode: number,
    applicationId: string,
    contact: ContactKind,
  ) => Promise<string | null>
  /** True where history from before is told too: the demonstration. Otherwise from now on. */
  readonly fromStart: boolean
}

/**
 * Makes messages of committed events, in commit-safe order, under a cursor that all servers share. Whoever reads a page
 * twice stores its messages once; the cursor moves when they are stored.
 */
export async function createFollower(options: FollowerOptions): Promise<Follower> {
  const { db, regionCode, fromStart } = options
  const start = fromStart ? FEED_START : await newestCursor(db, regionCode)
  await db.query(
    `insert into message_follower (region_code, name, cursor) values ($1, $2, $3)
     on conflict (region_code, name) do nothing`,
    [regionCode, FOLLOWER, start],
  )

  async function page(): Promise<number> {
    const [standing] = await db.query<{ cursor: string }>(
      'select cursor from message_follower where region_code = $1 and name = $2',
      [regionCode, FOLLOWER],
    )
    const cursor = standing?.cursor ?? FEED_START
    const rows = await db.query<Row>(READ, [regionCode, ...partsOf(cursor), PAGE, SPEAKING])
    for (const row of rows) await tell(options, row)
    const last = rows.at(-1)?.cursor
    if (last !== undefined)
      await db.query(
        `update message_follower set cursor = $4 where region_code = $1 and name = $2 and cursor = $3`,
        [regionCode, FOLLOWER, cursor, last],
      )
    return rows.length
  }

  return {
    look: async () => {
      let passed = 0
      for (;;) {
        const read = await page()
        passed += read
        if (read < PAGE) return passed
      }
    },
  }
}

function partsOf(cursor: string): readonly [string, string, number] {
  const [, xact = '0', applicationId = '00000000-0000-0000-0000-000000000000', seq = '0'] =
    /^(\d+)-([0-9a-f-]{36})-(\d+)$/.exec(cursor) ?? []
  return [xact, applicationId, Number(seq)]
}

async function tell(options: FollowerOptions, row: Row): Promise<void> {
  const { applicant, itemId, number, identity, applicationId, seq, type, at, lodgedBy } = row
  if (applicant === null || itemId === null || number === null || identity === null) return
  const about = {
    regionCode: options.regionCode,
    to: { identity, name: applicant.name, phone: applicant.phone },
    item: options.itemName(itemId),
    number,
    applicationId,
    lodgedBy,
    at,
  }
  for (const kind of messagesOfEvent(type, row.notices))
    await options.send({
      ...about,
      kind,
      key: `${applicationId}:${seq}:${kind}`,
      link: `/my/applications/${applicationId}`,
      ...(row.until !== null && { until: row.until }),
    })
  const contact = contactOfEvent(type)
  if (contact === undefined) return
  await options.send({
    ...about,
    kind: 'rating-invitation',
    key: `${applicationId}:${contact}:rating-invitation`,
    makeLink: async () => {
      const link = await options.ratingLinkOf(options.regionCode, applicationId, contact)
      return link === null ? null : { link, url: `${options.portalUrl}${link}` }
    },
  })
}
