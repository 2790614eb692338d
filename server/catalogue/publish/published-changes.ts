import type { z } from 'zod'
import type { CatalogueChange } from '../../../contract/catalogue-changes.ts'
import type { LegalDocument } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { inForceOn } from '../../../domain/catalogue/versions/in-force.ts'
import {
  guideChangeSentence,
  itemChangeSentence,
} from '../../../domain/catalogue/versions/status-words.ts'
import type { Instant, LocalDate } from '../../../domain/shared/ids.ts'
import type { Database } from '../../database/connect.ts'
import type { ReferenceData } from '../../database/reference-data.ts'

const LOAD = `
  select item_id as "itemId", kind, version, published_at as "publishedAt", document, reason
    from catalogue_change where region_code = $1`

export type Change = z.input<typeof CatalogueChange>

type LoggedChange = {
  readonly itemId: string
  readonly kind: 'guide' | 'item'
  readonly version: number
  readonly publishedAt: Instant
  readonly document: LegalDocument | null
  readonly reason: string
}

/** What was published here, by item, kind and version. */
export type LoggedChanges = ReadonlyMap<string, LoggedChange>

const SHIPPED_REASON = '随软件提供，依据公开的法律法规拟定，待部门确认'

export async function loggedChanges(db: Database, regionCode: number): Promise<LoggedChanges> {
  const rows = await db.query<LoggedChange>(LOAD, [regionCode])
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** Every version of an item and of its guide, oldest first; the first of each is what the list began with. */
export function changesOf(
  reference: ReferenceData,
  logged: LoggedChanges,
  itemId: string,
  today: LocalDate,
): Change[] {
  const items = reference.itemVersions(itemId)
  const guides = reference.guideVersions(itemId)
  return [
    ...items.map(({ version, effectiveOn, item }, index): Change => {
      const before = items[index - 1]?.item ?? null
      return {
        ...common(reference, logged, { itemId, kind: 'item', version, effectiveOn }, today),
        status: item.status,
        sentence: version === 1 ? '列入事项清单' : itemChangeSentence(before, item, effectiveOn),
      }
    }),
    ...guides.map(({ version, effectiveOn }): Change => ({
      ...common(reference, logged, { itemId, kind: 'guide', version, effectiveOn }, today),
      status: null,
      sentence: guideChangeSentence(version, effectiveOn),
    })),
  ]
}

type Named = {
  readonly itemId: string
  readonly kind: 'guide' | 'item'
  readonly version: number
  readonly effectiveOn: LocalDate
}

function common(
  reference: ReferenceData,
  logged: LoggedChanges,
  change: Named,
  today: LocalDate,
): Omit<Change, 'sentence' | 'status'> {
  const item =
    inForceOn(reference.itemVersions(change.itemId), change.effectiveOn)?.item ??
    reference.getItem(change.itemId)
  const entry = logged.get(keyOf(change))
  return {
    ...change,
    itemName: item.name,
    departmentName: reference.getOrganisation(item.departmentId).shortName,
    scheduled: change.effectiveOn > today,
    document: entry?.document ?? null,
    reason: entry?.reason ?? SHIPPED_REASON,
    publishedAt: entry?.publishedAt ?? null,
  }
}

function keyOf({ itemId, kind, version }: Pick<Named, 'itemId' | 'kind' | 'version'>): string {
  return `${itemId} ${kind} ${version}`
}
