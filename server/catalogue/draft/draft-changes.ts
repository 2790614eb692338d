import type { DraftContent } from '../../../domain/catalogue/draft/catalogue-draft.ts'
import {
  compareGuides,
  compareItems,
  type DiffNames,
  type OrganisationNames,
} from '../../../domain/catalogue/versions/compare-versions.ts'
import type { DiffLine } from '../../../domain/catalogue/versions/compare.ts'
import type { CatalogueContext } from '../catalogue-context.ts'
import type { ReferenceData } from '../../database/reference-data.ts'

const MOST_NAMED = 8

export function organisationNames(reference: ReferenceData): OrganisationNames {
  return Object.fromEntries(
    reference.organisations.map(({ organisationId, shortName }) => [organisationId, shortName]),
  )
}

/** What ids are called where versions stand side by side. */
export function diffNames({
  reference,
  headings,
}: Pick<CatalogueContext, 'reference' | 'headings'>): DiffNames {
  const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
    Object.fromEntries(all.map(({ id, name }) => [id, name]))
  return {
    organisations: organisationNames(reference),
    topics: named(headings.topics),
    lifeEvents: named(headings.lifeEvents),
  }
}

/** What one content says otherwise than another; of two kinds nothing can be said. */
export function compareContents(
  before: DraftContent | null,
  after: DraftContent,
  names: DiffNames,
): DiffLine[] {
  if (after.kind === 'item')
    return compareItems(before?.kind === 'item' ? before.item : null, after.item, names)
  return before?.kind === 'guide' ? compareGuides(before.guide, after.guide, names) : []
}

/** The parts that were changed, for the draft's history: 承诺办结时限（工作日）、材料“申请书”. */
export function changedParts(lines: readonly DiffLine[]): string {
  const parts = [...new Set(lines.map(({ label }) => label.split(' · ')[0] ?? label))]
  const more = parts.length > MOST_NAMED ? ['等'] : []
  return [...parts.slice(0, MOST_NAMED), ...more].join('、')
}
