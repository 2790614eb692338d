import type { ImportError } from '../../../contract/catalogue-exchange.ts'
import type { GuideContent } from '../../../contract/guide-schema.ts'
import type { ItemContent } from '../../../contract/item-schema.ts'

/** One item of an imported file, checked against the contract. */
export type ImportedItem = {
  readonly itemId: string
  readonly item?: ItemContent | undefined
  readonly guide?: GuideContent | undefined
}

export type ImportedFile = {
  readonly items: readonly ImportedItem[]
  readonly errors: readonly ImportError[]
}
