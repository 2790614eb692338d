import { merkleRoot, type TrailHead } from '../../domain/trail/merkle.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { daysWithEvents, headsOfDay } from './daily-heads.ts'
import type { Findings } from './findings.ts'
import { isSettled } from './publish-daily-root.ts'
import { findRoot, publishedDays, trailHeads, type PublishedRoot } from './published-root.ts'
import { sm3Quick } from './sm3-quick.ts'
import { isRootSigned } from './trail-key.ts'

export type DayToVerify = {
  readonly regionCode: number
  readonly day: LocalDate
  /** Public keys known from elsewhere; when empty a root is only checked against the key it brings along. */
  readonly trusted: readonly string[]
}

export type RootsToVerify = Omit<DayToVerify, 'day'> & {
  readonly now: Instant
  readonly findings: Findings
  /** What does not fit a day's root; several days at once, as many as there are verifiers. */
  readonly verifiers: readonly ((day: DayToVerify) => Promise<readonly string[]>)[]
}

/** Checks every daily root: its signature, its own reckoning, and that the chains still stand where it says. */
export async function verifyRoots(
  db: Database,
  options: RootsToVerify,
): Promise<{ roots: number; unpublished: LocalDate[] }> {
  const { regionCode, findings, now } = options
  const published = await publishedDays(db, regionCode)
  const { trusted, verifiers } = options
  for (let at = 0; at < published.length; at += verifiers.length) {
    const days = published.slice(at, at + verifiers.length)
    const broken = await Promise.all(
      days.map(async (day, index) => await verifiers[index]?.({ regionCode, day, trusted })),
    )
    for (const [index, day] of days.entries()) {
      const subject = `${day} 留痕根`
      for (const what of broken[index] ?? []) findings.add({ regionCode, subject, what })
    }
  }
  const unpublished: LocalDate[] = []
  const known = new Set(published)
  const last = published.at(-1) ?? ''
  for await (const day of daysWithEvents(db, regionCode, '1970-01-01' as LocalDate)) {
    if (known.has(day)) continue
    if (day < last) {
      const what = '当日有事件而没有留痕根，其后各日却已公布'
      findings.add({ regionCode, subject: `${day} 留痕根`, what })
    } else if (isSettled(day, now)) unpublished.push(day)
  }
  return { roots: published.length, unpublished }
}

/** What does not fit one day's root. */
export async function verifyDay(db: Database, verified: DayToVerify): Promise<string[]> {
  const { regionCode, day } = verified
  const root = await findRoot(db, regionCode, day)
  if (root === undefined) return ['登记的留痕根已不存在']
  const heads = await headsOfDay(db, regionCode, day)
  return [...brokenSeal(root, verified), ...movedHeads(root, heads)]
}

function* brokenSeal(
  { day, root, applications, heads, signature, certificate }: PublishedRoot,
  { regionCode, trusted }: DayToVerify,
): Generator<string> {
  if (!isReadable(heads)) {
    yield '所列各办件的链尾无法读取'
    return
  }
  const listed = trailHeads(heads)
  if (listed.length !== applications) yield '所列办件数与登记数不一致'
  if (listed.length === 0 || merkleRoot(sm3Quick, listed) !== root) yield '与所列各办件的链尾不符'
  if (!isRootSigned({ regionCode, day, applications, root }, signature, certificate)) {
    yield '签名无效'
  }
  if (trusted.length > 0 && !trusted.includes(certificate)) {
    yield '签名所用的密钥不是本机所信任的（其他服务器或者旧的公钥请存为留痕文件夹中的 public-*.pem）'
  }
}

function* movedHeads({ heads }: PublishedRoot, now: readonly TrailHead[]): Generator<string> {
  if (!isReadable(heads)) return
  let found = 0
  for (const { applicationId, seq, head } of now) {
    const entry = heads[applicationId]
    if (entry === undefined) yield `办件 ${applicationId} 当日有事件，公布时却没有`
    else {
      found += 1
      const isSame = entry.length === 2 && entry[0] === seq && entry[1] === head
      if (!isSame) yield `办件 ${applicationId} 当日的链尾已与公布时不同`
    }
  }
  const listed = Object.keys(heads)
  if (found === listed.length) return
  const standing = new Set(now.map(({ applicationId }) => applicationId))
  for (const applicationId of listed) {
    if (!standing.has(applicationId)) yield `所列办件 ${applicationId} 当日的事件已不存在`
  }
}

/** Whoever altered the row need not have kept its form. */
function isReadable(heads: unknown): heads is PublishedRoot['heads'] {
  return (
    typeof heads === 'object' &&
    heads !== null &&
    Object.values(heads).every(
      (entry) =>
        Array.isArray(entry) && typeof entry[0] === 'number' && typeof entry[1] === 'string',
    )
  )
}
