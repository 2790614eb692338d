import type { z } from 'zod'
import type { Scheduled } from '../../../contract/catalogue.ts'
import type { ServiceItem } from '../../../domain/catalogue/service-item.ts'
import { nextScheduled } from '../../../domain/catalogue/versions/in-force.ts'
import { scheduledSentence } from '../../../domain/catalogue/versions/status-words.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import type { ReferenceData } from '../../database/reference-data.ts'

/** Whichever of item and guide changes next; null: nothing is published beyond what is in force. */
export function scheduledOf(
  reference: ReferenceData,
  item: ServiceItem,
  today: LocalDate,
): z.input<typeof Scheduled> | null {
  const [next] = allScheduled(reference, item, today)
  return next ?? null
}

/** At most one of each kind, the earlier first. */
export function allScheduled(
  reference: ReferenceData,
  item: ServiceItem,
  today: LocalDate,
): z.input<typeof Scheduled>[] {
  const nextItem = nextScheduled(reference.itemVersions(item.itemId), today)
  const nextGuide = nextScheduled(reference.guideVersions(item.itemId), today)
  return [
    ...(nextItem === undefined ? [] : [scheduled('item', item, nextItem.item, nextItem)]),
    ...(nextGuide === undefined ? [] : [scheduled('guide', null, null, nextGuide)]),
  ].toSorted(
    (a, b) => Number(a.effectiveOn > b.effectiveOn) - Number(a.effectiveOn < b.effectiveOn),
  )
}

function scheduled(
  kind: 'guide' | 'item',
  before: ServiceItem | null,
  after: ServiceItem | null,
  { version, effectiveOn }: { readonly version: number; readonly effectiveOn: LocalDate },
): z.input<typeof Scheduled> {
  return {
    kind,
    version,
    effectiveOn,
    sentence: scheduledSentence(kind, before, after, effectiveOn),
  }
}
