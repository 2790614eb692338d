import { merkleRoot, type TrailHead } from '../../domain/trail/merkle.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { sm3Hex } from '../event-log/chain.ts'
import { daysWithEvents, headsOfDay } from './daily-heads.ts'
import type { Findings } from './findings.ts'
import { isSettled } from './publish-daily-root.ts'
import {
  findRoot,
  isSameHead,
  publishedDays,
  storedHeads,
  trailHeads,
  type PublishedRoot,
} from './published-root.ts'
import { isRootSigned } from './trail-key.ts'

export type RootsToVerify = {
  readonly regionCode: number
  /** Public keys known from elsewhere; when empty a root is only checked against the key it brings along. */
  readonly trusted: readonly string[]
  readonly now: Instant
  readonly findings: Findings
}

/** Checks every daily root: its signature, its own reckoning, and that the chains still stand where it says. */
export async function verifyRoots(
  db: Database,
  options: RootsToVerify,
): Promise<{ roots: number; unpublished: LocalDate[] }> {
  const { regionCode, findings, now } = options
  const published = await publishedDays(db, regionCode)
  for (const day of published) {
    const root = await findRoot(db, regionCode, day)
    const heads = await headsOfDay(db, regionCode, day)
    const add = (what: string) => findings.add({ regionCode, subject: `${day} 留痕根`, what })
    if (root)
      for (const what of [...brokenSeal(root, options), ...movedHeads(root, heads)]) add(what)
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

function* brokenSeal(
  { day, root, applications, heads, signature, certificate }: PublishedRoot,
  { regionCode, trusted }: RootsToVerify,
): Generator<string> {
  if (!isReadable(heads)) {
    yield '所列各办件的链尾无法读取'
    return
  }
  const listed = trailHeads(heads)
  if (listed.length !== applications) yield '所列办件数与登记数不一致'
  if (listed.length === 0 || merkleRoot(sm3Hex, listed) !== root) yield '与所列各办件的链尾不符'
  if (!isRootSigned({ regionCode, day, applications, root }, signature, certificate)) {
    yield '签名无效'
  }
  if (trusted.length > 0 && !trusted.includes(certificate)) {
    yield '签名所用的密钥不是本机所信任的（其他服务器或者旧的公钥请存为留痕文件夹中的 public-*.pem）'
  }
}

function* movedHeads(root: PublishedRoot, now: readonly TrailHead[]): Generator<string> {
  if (!isReadable(root.heads)) return
  const actual = storedHeads(now)
  for (const [applicationId, entry] of Object.entries(root.heads)) {
    const found = actual[applicationId]
    if (found === undefined) yield `所列办件 ${applicationId} 当日的事件已不存在`
    else if (!isSameHead(found, entry)) yield `办件 ${applicationId} 当日的链尾已与公布时不同`
  }
  for (const applicationId of Object.keys(actual)) {
    if (root.heads[applicationId] === undefined) {
      yield `办件 ${applicationId} 当日有事件，公布时却没有`
    }
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
