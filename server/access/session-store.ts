import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Assurance } from '../../domain/access/assurance.ts'
import type { AccountId, Instant, OrganisationId } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { withRetry } from '../database/with-retry.ts'
import type { Session, Sessions } from '../http/session.ts'
import { SESSION_SECONDS } from '../http/session-cookie.ts'
import { type AccountRole, POSTS } from './posts.ts'

const MINUTE = 60_000
/** Milliseconds without a request after which a session ends. */
export const IDLE_LIMIT = 30 * MINUTE
/** Milliseconds that a read session is believed where other servers may have changed it. */
const CACHE_AMONG_OTHERS = 5_000
/** Alone, every change of a session or an account passes through here: only the idle limit wants a look now and then. */
const CACHE_ALONE = MINUTE
const CACHE_SIZE = 20_000

// The idle limit slides: `seen_at` moves at most once a minute. The session comes first whatever the planner knows of the
// tables: on a new database it may plan for empty ones, and five hundred people come at eight o'clock.
const READ = `
  with s as materialized (
    select session_id, seen_at, expires_at, account_id from session
     where region_code = $1 and token_hash = $2 and expires_at > $3 and seen_at > $4
  )
  select s.session_id, s.seen_at, s.expires_at, a.account_id, a.username, a.name, a.role, a.organisation_id,
         o.data ->> 'shortName' as organisation_name, a.window_number, a.identity, a.post_open, a.must_change_password,
         case when a.role = 'applicant' then coalesce(c.assurance, 'L2') end as assurance,
         case when c.assurance = 'L1' then exists (
           select from application p
            where p.region_code = $1 and p.applicant_identity = a.identity and p.window_account is distinct from a.account_id)
         else false end as held_back,
         array(select t.course from account_training t
                where t.region_code = $1 and t.account_id = a.account_id order by t.course) as training
    from s
    join account a on a.region_code = $1 and a.account_id = s.account_id
    left join organisation o on o.organisation_id = a.organisation_id
    left join citizen c on c.region_code = $1 and c.account_id = a.account_id
   where not a.disabled`

type Row = {
  session_id: string
  seen_at: Instant
  expires_at: Instant
  account_id: AccountId
  username: string
  name: string
  role: AccountRole
  organisation_id: OrganisationId | null
  organisation_name: string | null
  window_number: number | null
  identity: string | null
  post_open: boolean
  must_change_password: boolean
  assurance: Assurance | null
  held_back: boolean
  training: string[]
}

type Cached = { readonly session: Session; readonly until: number }

/** Sessions in PostgreSQL. A cookie is `region.token`; the table knows only the token's SHA-256. */
export function createSessions(
  db: Database,
  now: () => number = Date.now,
  { isOnlyServer = false } = {},
): Sessions {
  const cacheFor = isOnlyServer ? CACHE_ALONE : CACHE_AMONG_OTHERS
  const cache = new Map<string, Cached>()
  // A read that began before a sign-out must not bring the session back.
  let changes = 0
  const listeners: ((regionCode: number, accountId: AccountId) => void)[] = []
  const tell = (regionCode: number, accountId: AccountId) => {
    for (const listener of listeners) listener(regionCode, accountId)
  }

  async function load(cookie: string, active: boolean): Promise<Session | undefined> {
    const cached = cache.get(cookie)
    if (cached && cached.until > now()) return cached.session
    cache.delete(cookie)
    const key = parseCookie(cookie)
    if (!key) return undefined
    const { regionCode, tokenHash } = key
    const at = now()
    const before = changes
    const limits = [timeOf(at), timeOf(at - IDLE_LIMIT)]
    const [row] = await withRetry(() => db.query<Row>(READ, [regionCode, tokenHash, ...limits]))
    if (!row) return undefined
    const isTouched = active && at - Date.parse(row.seen_at) > MINUTE
    if (isTouched) await touch(regionCode, tokenHash, at)
    const session = sessionOf(
      regionCode,
      isTouched ? { ...row, seen_at: timeOf(at) as Instant } : row,
    )
    if (cache.size >= CACHE_SIZE) cache.clear()
    // Who only states an identity loses sight of it the moment the window receives for it: never cached.
    const believed = at + (row.assurance === 'L1' ? 0 : cacheFor)
    const until = Math.min(believed, Date.parse(session.endsAt))
    if (changes === before) cache.set(cookie, { session, until })
    return session
  }

  async function touch(regionCode: number, tokenHash: Buffer, at: number): Promise<void> {
    await db.query('update session set seen_at = $3 where region_code = $1 and token_hash = $2', [
      regionCode,
      tokenHash,
      timeOf(at),
    ])
  }

  function drop(accountId: AccountId): ReadonlySet<number> {
    changes += 1
    const regions = new Set<number>()
    for (const [cookie, { session }] of cache) {
      if (session.actor.accountId !== accountId) continue
      cache.delete(cookie)
      regions.add(session.regionCode)
    }
    return regions
  }

  return {
    read: async (cookie) => await load(cookie, true),
    peek: async (cookie) => await load(cookie, false),
    forget: (accountId) => {
      const [region = 0] = drop(accountId)
      tell(region, accountId)
    },
    drop: (accountId) => void drop(accountId),
    onEnd: (listener) => void listeners.push(listener),
    async open(regionCode, accountId) {
      const cookie = `${regionCode}.${randomBytes(32).toString('base64url')}`
      const at = now()
      await db.query(
        `insert into session (region_code, token_hash, session_id, account_id, created_at, seen_at, expires_at)
         values ($1, $2, $3, $4, $5, $5, $6)`,
        [
          regionCode,
          parseCookie(cookie)?.tokenHash,
          uuidv7(),
          accountId,
          timeOf(at),
          timeOf(at + SESSION_SECONDS * 1000),
        ],
      )
      await db.query('delete from session where region_code = $1 and expires_at < $2', [
        regionCode,
        timeOf(at),
      ])
      return cookie
    },
    async close(cookie) {
      const key = parseCookie(cookie)
      if (!key) return
      const [ended] = await db.query<{ account_id: AccountId }>(
        'delete from session where region_code = $1 and token_hash = $2 returning account_id',
        [key.regionCode, key.tokenHash],
      )
      // Only now: what was read until here still found the session.
      changes += 1
      cache.delete(cookie)
      if (ended !== undefined) tell(key.regionCode, ended.account_id)
    },
    async closeAll(regionCode, accountId, except = '') {
      await db.query(
        'delete from session where region_code = $1 and account_id = $2 and token_hash <> $3',
        [regionCode, accountId, parseCookie(except)?.tokenHash ?? Buffer.alloc(0)],
      )
      drop(accountId)
      tell(regionCode, accountId)
    },
  }
}

function parseCookie(cookie: string): { regionCode: number; tokenHash: Buffer } | undefined {
  const [, region, token] = /^(\d{1,9})\.([\w-]{43})$/.exec(cookie) ?? []
  if (region === undefined || token === undefined) return undefined
  return {
    regionCode: Number(region),
    tokenHash: createHash('sha256').update(token).digest(),
  }
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** The longest it lasts, or the idle limit if nothing is done meanwhile. */
function endOf({ expires_at: expiresAt, seen_at: seenAt }: Row): Instant {
  const idleAt = Date.parse(seenAt) + IDLE_LIMIT
  return timeOf(Math.min(idleAt, Date.parse(expiresAt))) as Instant
}

function sessionOf(regionCode: number, row: Row): Session {
  return {
    sessionId: row.session_id,
    regionCode,
    username: row.username,
    organisationName: row.organisation_name,
    postOpen: row.role === 'applicant' || row.post_open,
    training: row.training,
    mustChangePassword: row.must_change_password,
    endsAt: endOf(row),
    ...(row.assurance !== null && { assurance: row.assurance }),
    ...(row.held_back && { heldBack: true }),
    actor: {
      accountId: row.account_id,
      name: row.name,
      role: row.role,
      body: POSTS[row.role].body,
      ...(row.organisation_id !== null && { organisationId: row.organisation_id }),
      ...(row.window_number !== null && { window: row.window_number }),
      ...(row.identity !== null && !row.held_back && { identity: row.identity }),
    },
  }
}
