import type { Database } from '../database/connect.ts'
import type { SearchTerm } from './search-term.ts'

const FREQUENT = `
  select s.most_common_elems::text::text[] as pairs, s.most_common_elem_freqs as shares, c.reltuples::float8 as rows
    from pg_class c join pg_stats s on s.schemaname = current_schema() and s.tablename = c.relname and s.attname = 'pairs'
   where c.oid = 'application'::regclass`
const KNOWN_FOR_MS = 600_000

// Beyond this a walk in the order of the answer finds a page sooner than an index of pairs.
const SELECTIVE = 2_000

type Frequencies = { readonly share: ReadonlyMap<string, number>; readonly rows: number }
const NOTHING_KNOWN: Frequencies = { share: new Map(), rows: 0 }

// More of a term's pairs cost more to look up than the rows that they spare.
const MOST_PAIRS = 3

export type NameFrequency = {
  /** The rarest pairs of the term, when so few names hold them that all can be fetched; else null. */
  rarePairsOf(term: SearchTerm): Promise<readonly string[] | null>
}

/** How common pairs of characters are, by the statistics that the database keeps for its planner. */
export function nameFrequency(db: Database): NameFrequency {
  let known: Promise<Frequencies> | undefined
  let until = 0

  async function read(): Promise<Frequencies> {
    const [row] = await db.query<{ pairs: string[] | null; shares: number[] | null; rows: number }>(
      FREQUENT,
    )
    if (!row?.pairs || !row.shares) return NOTHING_KNOWN
    const { pairs, shares, rows } = row
    return { share: new Map(pairs.map((pair, index) => [pair, shares[index] ?? 0])), rows }
  }

  function frequencies(): Promise<Frequencies> {
    const now = performance.now()
    if (known === undefined || now > until) {
      until = now + KNOWN_FOR_MS
      known = read().catch(() => NOTHING_KNOWN)
    }
    return known
  }

  return {
    rarePairsOf: async ({ pairs, initials }) => {
      const { share, rows } = await frequencies()
      const shareOf = (token: string) => share.get(token) ?? 0
      const rare = pairs.toSorted((a, b) => shareOf(a) - shareOf(b)).slice(0, MOST_PAIRS)
      const [rarest] = rare
      const held = (rarest === undefined ? 0 : shareOf(rarest)) + shareOf(initials ?? '')
      return held * rows <= SELECTIVE ? rare : null
    },
  }
}
