import type { BenchRegion } from './region/bench-region.ts'
import type { Product, ProductOptions } from './product.ts'

export const SECTION_NAMES = [
  'life',
  'lists',
  'documents',
  'storm',
  'hall',
  'verify',
  'export',
  'upgrade',
  'mix',
] as const
export type SectionName = (typeof SECTION_NAMES)[number]

/** What is promised of a figure; null: told without a promise. */
export type Target = { readonly atMost: number } | { readonly atLeast: number } | null

export type Measured = {
  /** 'reads, 95th percentile' */
  readonly what: string
  readonly target: Target
  readonly value: number
  readonly unit: 'ms' | 's' | '/s' | '%' | 'MB' | '×' | ''
}

export type SectionReport = {
  readonly measured: readonly Measured[]
  /** Markdown below the table: how it was measured, what else was seen, where the time goes. */
  readonly details: string
}

export type BenchContext = {
  /** Everything in a few minutes: small sizes, short rounds. */
  readonly quick: boolean
  /** A folder of this run's own, removed afterwards. */
  readonly scratch: string
  /** A region's data with that many applications, made when it is not there yet, kept for the next run. */
  readonly region: (applications: number) => Promise<BenchRegion>
  /** The real server program on a database; stopped at the end of the section. */
  readonly startProduct: (options: ProductOptions) => Promise<Product>
  /** One line for whoever watches. */
  readonly say: (line: string) => void
}

export type Section = {
  readonly name: SectionName
  /** One line for the report: what is measured. */
  readonly title: string
  readonly run: (context: BenchContext) => Promise<SectionReport>
}
