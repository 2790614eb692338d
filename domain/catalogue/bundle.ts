import type { ServiceItemId } from '../shared/ids.ts'

/** A question of the bundle that answers questions of its items' guides: asked once (一次告知). */
export type SharedQuestion = {
  readonly id: string
  readonly text: string
  readonly help: string | null
  readonly options: readonly {
    readonly value: string
    readonly label: string
    /** What the choice answers in each guide, by item, question and option. */
    readonly answers: readonly {
      readonly item: ServiceItemId
      readonly question: string
      readonly option: string
    }[]
    /** Items that fall away with this choice. */
    readonly without: readonly ServiceItemId[]
  }[]
}

/** Several items handled as one thing of life (一件事): one form, one receipt, applications with clocks of their own. */
export type Bundle = {
  /** `open-a-food-shop`. */
  readonly bundleId: string
  readonly title: string
  readonly titleEn: string
  /** Draft, 待母语审校. */
  readonly titleBo: string
  readonly itemIds: readonly ServiceItemId[]
  /** `item` waits for the result of `of`. */
  readonly needs: readonly { readonly item: ServiceItemId; readonly of: ServiceItemId }[]
  readonly questions: readonly SharedQuestion[]
  /** One paper that several guides call by different names: brought once. By the name in each guide. */
  readonly sharedMaterials: readonly {
    readonly name: string
    readonly of: readonly { readonly item: ServiceItemId; readonly material: string }[]
  }[]
  readonly lifeEvents: readonly string[]
  readonly notes: readonly string[]
  /** Parts no law gives, shown 待部门确认. */
  readonly unconfirmed: readonly string[]
}

/** A topic (主题) or an event of life (人生事件) under which items are found. */
export type CatalogueHeading = {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  /** Draft, 待母语审校. */
  readonly nameBo: string
}
