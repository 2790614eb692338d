import type { CatalogueHeading } from '../../domain/catalogue/bundle.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import type { ReferenceData } from '../database/reference-data.ts'

/** One answer path on which an application could not be played to its end, or a document not be printed. */
export type TrialProblem = { readonly path: string; readonly problem: string }

export type TryGuide = (
  item: ServiceItem,
  guide: ServiceGuide,
  form: FormDefinition | null,
) => Promise<readonly TrialProblem[]>

/** Forms are another capability's: a form that is being edited is published with the guide that asks with it. */
export type CatalogueForms = {
  /** As the guide would be published with it: its draft, else its newest version; null: there is none. */
  readonly find: (regionCode: number, formId: string) => Promise<FormDefinition | null>
  /** What would be published with the guide: the draft, and the version it becomes; null: no draft. */
  readonly next: (regionCode: number, formId: string) => Promise<FormToPublish | null>
  /** A form was published: everybody here asks with it from its day on. */
  readonly reload: () => Promise<void>
}

export type FormToPublish = {
  readonly formId: string
  /** Of its draft: saved again, it is another form. */
  readonly revision: number
  /** Null: the draft changes nothing, and only goes. */
  readonly form: FormDefinition | null
}

export type OpenApplications = readonly {
  readonly stage: string
  readonly label: string
  readonly guideVersion: number
  readonly count: number
}[]

/** What the catalogue is given by those it does not know. */
export type CatalogueContext = {
  readonly db: Database
  readonly reference: ReferenceData
  readonly clock: (regionCode: number) => Instant
  /** Null: this server has nowhere to try a guide, so it publishes none. */
  readonly tryGuide: TryGuide | null
  readonly forms: CatalogueForms
  /** What items may be found under: 主题, 人生事件. */
  readonly headings: {
    readonly topics: readonly CatalogueHeading[]
    readonly lifeEvents: readonly CatalogueHeading[]
  }
  /** 一件事 that contain the item. */
  readonly bundlesWith: (itemId: string) => readonly { bundleId: string; name: string }[]
  /** Applications that citizens are filling in; null: nobody counts them. */
  readonly countCitizenDrafts: (regionCode: number, itemId: string) => Promise<number | null>
  readonly countOpenApplications: (regionCode: number, itemId: string) => Promise<OpenApplications>
  /** Derives the list columns of the item's open applications anew. */
  readonly refreshItem: (regionCode: number, itemId: string) => Promise<void>
}
