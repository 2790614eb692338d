import type { ItemStatus } from '../../../domain/catalogue/service-item.ts'
import type { CatalogueRow } from './catalogue-queries.ts'
import type { Lacking } from './use-lint-counts.ts'

export type ItemFilter = {
  readonly text: string
  readonly mine: boolean
  readonly departmentId: string | null
  readonly status: ItemStatus | null
  readonly standing: 'lacking' | 'drafted' | 'scheduled' | null
}

export const NO_FILTER: ItemFilter = {
  text: '',
  mine: false,
  departmentId: null,
  status: null,
  standing: null,
}

/**
 * The item answers every word typed, by name, initials or number in the list, and every choice made; what it lacks is
 * asked by itself.
 */
export function matches(item: CatalogueRow, filter: ItemFilter, initials: string): boolean {
  const words = filter.text.trim().toLowerCase().split(/\s+/)
  return (
    (!filter.mine || item.mine) &&
    (filter.departmentId === null || item.departmentId === filter.departmentId) &&
    (filter.status === null || item.status === filter.status) &&
    stands(item, filter.standing) &&
    words.every(
      (word) =>
        item.name.includes(word) || initials.includes(word) || String(item.annexNumber) === word,
    )
  )
}

function stands(item: CatalogueRow, standing: ItemFilter['standing']): boolean {
  if (standing === 'drafted') return item.drafts.length > 0
  return standing !== 'scheduled' || item.scheduled.length > 0
}

/** False as well while nobody knows yet. */
export function lacksSomething(lacking: Lacking | undefined): boolean {
  return lacking !== undefined && lacking.errors + lacking.warnings + lacking.unconfirmed > 0
}
