import type { ItemStatus, ServiceItem } from '../service-item.ts'
import type { ItemText, LegalDocument } from './catalogue-draft.ts'
import { type DraftViolation, violation } from './draft-violations.ts'

const HANDLED_ELSEWHERE: readonly ItemStatus[] = ['devolved', 'merged', 'converted-to-filing']

/**
 * What a change of the list must carry: a change of state rests on a document, and whoever is sent elsewhere is told
 * where (Licensing Law arts. 20, 21, 32(2)).
 */
export function itemViolation(
  before: ServiceItem | null,
  after: ItemText,
  document: LegalDocument | null,
): { readonly ok: false; readonly violation: DraftViolation } | null {
  const known = before?.status ?? 'draft'
  if (after.status !== known) {
    if (after.status === 'draft') return violation('not-a-status-change')
    if (document === null) return violation('document-missing')
  }
  const isElsewhere = HANDLED_ELSEWHERE.includes(after.status)
  if (isElsewhere && (after.handledBy ?? '').trim() === '') return violation('handler-missing')
  return null
}

/** The item with what the editor wrote; its id, number in the annex and printed mark stay. */
export function withItemText(
  item: Pick<ServiceItem, 'itemId' | 'levelMark'> & Partial<ServiceItem>,
  text: ItemText,
): ServiceItem {
  return { ...item, ...text }
}

export function itemTextOf(item: ServiceItem): ItemText {
  const {
    itemId: _itemId,
    annexNumber: _annexNumber,
    listNumber: _listNumber,
    levelMark: _levelMark,
    ...text
  } = item
  return text
}
