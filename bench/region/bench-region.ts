/** A made-up region in a database of its own, with people who can sign in. */
export type BenchRegion = {
  readonly connectionString: string
  readonly regionCode: number
  readonly applications: number
  readonly events: number
  readonly people: BenchPeople
}

export type BenchPerson = {
  readonly username: string
  readonly accountId: string
  readonly organisationId: string | null
}

/** By post; all share BENCH_PASSWORD. */
export type BenchPeople = {
  readonly clerks: readonly BenchPerson[]
  readonly reviewers: readonly BenchPerson[]
  readonly deciders: readonly BenchPerson[]
  readonly sealKeepers: readonly BenchPerson[]
  readonly supervisors: readonly BenchPerson[]
  readonly applicants: readonly BenchPerson[]
}

export const BENCH_PASSWORD = 'yichuang-ceshi-2026'

/** The one region that the shipped server serves. */
export const BENCH_REGION_CODE = 513_200
