import { canonicalJson } from '../../domain/trail/canonical-json.ts'
import type { TrailHead } from '../../domain/trail/merkle.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

/** `daily_root.heads`: by application the place and hash of its last event that day. */
export type StoredHeads = Readonly<Record<string, readonly [seq: number, head: string]>>

export type PublishedRoot = {
  readonly day: LocalDate
  /** 64 hex digits. */
  readonly root: string
  readonly applications: number
  readonly heads: StoredHeads
  /** Ed25519 over the root statement, base64. */
  readonly signature: string
  /** Public key, SPKI in PEM. */
  readonly certificate: string
}

export type PublishedEntry = {
  readonly day: LocalDate
  readonly root: string
  readonly entry: readonly [seq: number, head: string] | null
}

const COLUMNS = `day, encode(root, 'hex') as root, applications, heads, signature, certificate`

const ONE = `select ${COLUMNS} from daily_root where region_code = $1 and day = $2`

const DAYS = `select day from daily_root where region_code = $1 order by day`

const ENTRIES = `select day, encode(root, 'hex') as root, heads -> $3 as entry from daily_root
  where region_code = $1 and day = any($2::date[]) order by day`

export async function findRoot(
  db: Database,
  regionCode: number,
  day: LocalDate,
): Promise<PublishedRoot | undefined> {
  const [root] = await db.query<PublishedRoot>(ONE, [regionCode, day])
  return root
}

export async function publishedDays(db: Database, regionCode: number): Promise<LocalDate[]> {
  const rows = await db.query<{ day: LocalDate }>(DAYS, [regionCode])
  return rows.map(({ day }) => day)
}

/** What the roots of these days say of one application. */
export function findEntries(
  db: Database,
  regionCode: number,
  days: readonly LocalDate[],
  applicationId: string,
): Promise<PublishedEntry[]> {
  return db.query<PublishedEntry>(ENTRIES, [regionCode, days, applicationId])
}

export function storedHeads(heads: readonly TrailHead[]): StoredHeads {
  return Object.fromEntries(
    heads.map(({ applicationId, seq, head }) => [applicationId, [seq, head]]),
  )
}

export function trailHeads(stored: StoredHeads): TrailHead[] {
  return Object.entries(stored).map(([applicationId, [seq, head]]) => ({
    applicationId,
    seq,
    head,
  }))
}

export function isSameHead(
  a: readonly [number, string] | null | undefined,
  b: readonly [number, string] | null | undefined,
): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null)
}
