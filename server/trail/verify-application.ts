import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { sm3Hex } from '../event-log/chain.ts'
import { findEntries, isSameHead, type PublishedEntry } from './published-root.ts'
import { readChain, type Chain } from './read-chain.ts'
import { goneRow, verifyChain, type ChainBreak, type ChainLink } from './verify-chain.ts'

export type ApplicationTrail = {
  readonly events: number
  /** Hash of the last event, 64 hex digits; empty when there is none. */
  readonly head: string
  readonly broken: ChainBreak | null
  /** The newest published root that covers this application. */
  readonly lastRoot: { readonly day: LocalDate; readonly root: string } | null
  /** `id-card:…`, to tell whose application it is. */
  readonly applicantIdentity: string
}

/** Checks one application against itself and against the published roots; undefined when there is no such application. */
export async function verifyApplication(
  db: Database,
  regionCode: number,
  applicationId: string,
): Promise<ApplicationTrail | undefined> {
  const chain = await readChain(db, regionCode, applicationId)
  if (chain === undefined) return undefined
  const days = daysOf(chain.links)
  const entries = await findEntries(db, regionCode, days, applicationId)
  const newest = entries.findLast(({ entry }) => entry !== null)
  return {
    events: chain.links.length,
    head: chain.links.at(-1)?.hash ?? '',
    broken: brokenChain(chain) ?? brokenRoot(chain.links, entries),
    lastRoot: newest ? { day: newest.day, root: newest.root } : null,
    applicantIdentity: chain.row?.applicantIdentity ?? '',
  }
}

export function brokenChain({ row, links }: Chain): ChainBreak | null {
  return row === undefined ? goneRow(links) : verifyChain(sm3Hex, row, links)
}

/** The China days on which something was recorded. */
export function daysOf(links: readonly ChainLink[]): LocalDate[] {
  return [...new Set(links.map(({ recordedAt }) => localDateOf(recordedAt as Instant)))].toSorted()
}

/** A chain reckoned anew from the change on fits to itself, but no longer to the roots published before. */
function brokenRoot(
  links: readonly ChainLink[],
  entries: readonly PublishedEntry[],
): ChainBreak | null {
  for (const { day, entry } of entries) {
    const last = links.findLast(({ recordedAt }) => localDateOf(recordedAt as Instant) === day)
    if (last && !isSameHead(entry, [last.seq, last.hash])) {
      const what = `第 ${last.seq} 个事件与 ${day} 公布的留痕根不符`
      return { seq: last.seq, how: 'root-differs', what }
    }
  }
  return null
}
