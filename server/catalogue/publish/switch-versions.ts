import { standingOf } from '../../../domain/catalogue/versions/in-force.ts'
import { localDateOf } from '../../../domain/shared/local-date.ts'
import type { CatalogueContext } from '../catalogue-context.ts'

// What was published and whose day has come, less what was seen to.
const DUE = `
  select c.item_id as "itemId", c.kind, c.version from catalogue_change c
   where c.region_code = $1 and c.effective_on <= $2
     and not exists (select from catalogue_switch s
       where s.region_code = $1 and s.item_id = c.item_id and s.kind = c.kind and s.version = c.version)
   order by c.item_id, c.version`
const SEEN_TO = `
  insert into catalogue_switch (region_code, item_id, kind, version, switched_at) values ($1, $2, $3, $4, $5)
  on conflict do nothing`

type Due = { readonly itemId: string; readonly kind: 'guide' | 'item'; readonly version: number }

/**
 * After 00:00 of a version's day: who reads the list has it by the day alone; this carries it to the open applications'
 * rows (whose seal is next may rest on the item) and writes down when. A server that was down at midnight does it at its
 * start, and of several servers whichever comes first; twice does no harm. Answers how many versions took over.
 */
export async function switchDueVersions(
  context: Pick<CatalogueContext, 'db' | 'reference' | 'clock' | 'refreshItem'>,
  regionCode: number,
): Promise<number> {
  const { db, reference } = context
  const now = context.clock(regionCode)
  const today = localDateOf(now)
  const due = await db.query<Due>(DUE, [regionCode, today])
  const known = due.filter(({ itemId, kind, version }) =>
    versionsOf(reference, itemId, kind).some((one) => one.version === version),
  )
  for (const { itemId, kind, version } of known) {
    const standing = standingOf(versionsOf(reference, itemId, kind), version, today)
    if (kind === 'item' && standing === 'in-force') await context.refreshItem(regionCode, itemId)
    await db.query(SEEN_TO, [regionCode, itemId, kind, version, now])
  }
  return known.length
}

/** A version of another server that is not loaded here yet is seen to at the next look. */
function versionsOf(
  reference: CatalogueContext['reference'],
  itemId: string,
  kind: 'guide' | 'item',
) {
  return kind === 'item' ? reference.itemVersions(itemId) : reference.guideVersions(itemId)
}
