import { CHAIN_START, eventHash } from '../../domain/trail/event-hash.ts'
import type { ChainBreak, ChainLink, ChainRow } from './verify-chain.ts'

type Sm3 = (text: string) => string

/**
 * What was done to a chain whose links fit up to `index` and not there. The stored hashes tell: a genuine event
 * still fits somewhere, only not where it now stands.
 */
export function diagnoseBreak(
  sm3: Sm3,
  row: ChainRow,
  links: readonly ChainLink[],
  index: number,
): ChainBreak {
  const place = index + 1
  const hashAt = (at: number) => (at < 0 ? CHAIN_START : (links[at]?.hash ?? ''))
  const fits = (previous: string, link: ChainLink | undefined, seq: number) =>
    link !== undefined && eventHash(sm3, previous, { ...link, seq }) === link.hash

  const link = links[index]
  if (link === undefined || link.seq !== place) return removed(place)
  if (index >= row.seq && hashAt(index - 1) === row.head) return inserted(place)
  // The one before was added with a hash of its own reckoning: this one still fits to what went before that.
  if (index > 0 && fits(hashAt(index - 2), link, index)) return inserted(index)

  const genuine = genuineFrom(fits, hashAt(index - 1), links, index)
  if (genuine.length > 0) {
    return genuine.includes(link)
      ? { seq: place, how: 'reordered', what: `第 ${place} 个事件起顺序被调换` }
      : inserted(place)
  }
  const nextIsShifted = fits(link.hash, links[index + 1], place + 2)
  if (nextIsShifted || links.length < row.seq) return removed(place)
  return { seq: place, how: 'changed', what: `第 ${place} 个事件被改动` }
}

/** The events that truly follow `previous`, in their true order, wherever they stand now. */
function genuineFrom(
  fits: (previous: string, link: ChainLink | undefined, seq: number) => boolean,
  previous: string,
  links: readonly ChainLink[],
  index: number,
): readonly ChainLink[] {
  const found: ChainLink[] = []
  const waiting = new Set(links.slice(index))
  for (let last = previous; ;) {
    const seq = index + found.length + 1
    const next = [...waiting].find((link) => fits(last, link, seq))
    if (next === undefined) return found
    waiting.delete(next)
    found.push(next)
    last = next.hash
  }
}

function removed(seq: number): ChainBreak {
  return { seq, how: 'removed', what: `第 ${seq} 个事件被删除` }
}

function inserted(seq: number): ChainBreak {
  return { seq, how: 'inserted', what: `第 ${seq} 个事件是另行插入的` }
}
