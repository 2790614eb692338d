import type { Database } from '../database/connect.ts'
import { loadReferenceSource, type ReferenceData } from '../database/reference-data.ts'

// Versions of guides and items are immutable and only added: their number tells. A calendar year is replaced as a whole.
const FINGERPRINT = `
  select concat_ws(' ',
    (select count(*) from service_item), (select count(*) from service_item_version), (select count(*) from service_guide), (select count(*) from organisation),
    (select md5(string_agg(c.year || c.data::text, ' ' order by c.year)) from calendar_year c)) as fingerprint`

/** Milliseconds that a command under way at the last look may take to commit. */
const UNDER_WAY_MS = 20_000

export type ReferenceFollower = {
  /** Looks now; answers whether anything had changed. */
  readonly look: () => Promise<boolean>
}

/**
 * What another server changed reaches this one: a calendar year announced there, items and guides that a newer release
 * brought. `onChange` hears since when this server may have counted with what was replaced.
 */
export async function followReference(
  db: Database,
  reference: ReferenceData,
  onChange: (since: Date) => Promise<unknown>,
): Promise<ReferenceFollower> {
  let known = await fingerprintOf(db)
  let lookedAt = Date.now()
  // What changed between the load at the start and the fingerprint is loaded here.
  reference.use(await loadReferenceSource(db))
  return {
    look: async () => {
      const at = Date.now()
      const found = await fingerprintOf(db)
      const changed = found !== known
      if (changed) {
        reference.use(await loadReferenceSource(db))
        await onChange(new Date(lookedAt - UNDER_WAY_MS))
      }
      // Only now: a change that could not be carried through is tried again.
      known = found
      lookedAt = at
      return changed
    },
  }
}

async function fingerprintOf(db: Database): Promise<string> {
  const [row] = await db.query<{ fingerprint: string }>(FINGERPRINT)
  return row?.fingerprint ?? ''
}
