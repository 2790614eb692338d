import type { ItemRow } from '../../../contract/catalogue.ts'
import type { useItemsWords } from './words.ts'

type Words = ReturnType<typeof useItemsWords>

/** The word for a state of an item, in the visitor's language. */
export function statusWord(status: ItemRow['status'], words: Words): string {
  switch (status) {
    case 'draft':
      return words.statusDraft
    case 'active':
      return words.statusActive
    case 'suspended':
      return words.statusSuspended
    case 'devolved':
      return words.statusDevolved
    case 'cancelled':
      return words.statusCancelled
    case 'merged':
      return words.statusMerged
    case 'converted-to-filing':
      return words.statusConverted
  }
}
