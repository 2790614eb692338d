import { inject } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.ts'

/**
 * A copy of the demonstration's database (its people, its shipped guides, its lives with their papers) for one test
 * file, dropped after it. Call it at the top of the file: `const { connectionString } = await demonstrationDatabase()`.
 */
export function demonstrationDatabase(): Promise<FreshDatabase> {
  return freshDatabase({ template: inject('demonstration').template })
}
