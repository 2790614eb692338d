import type {
  CatalogueDraft,
  DraftContent,
} from '../../../domain/catalogue/draft/catalogue-draft.ts'
import { inForceOn, type Versioned } from '../../../domain/catalogue/versions/in-force.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import type { ReferenceData } from '../../database/reference-data.ts'
import { contentOf } from './change-routes.ts'

/** What the draft would take the place of; undefined: nothing was in force. */
export function contentInForce(
  reference: ReferenceData,
  { itemId, content: { kind } }: CatalogueDraft,
  today: LocalDate,
): { readonly content: DraftContent; readonly title: string } | undefined {
  const versions =
    kind === 'guide' ? reference.guideVersions(itemId) : reference.itemVersions(itemId)
  const current = inForceOn<Versioned>(versions, today)
  return current && contentOf(reference, itemId, kind, current.version)
}
