import type { Database } from '../../database/connect.ts'
import type { Range } from './verify-range.ts'

const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000'
const AFTER_ALL_IDS = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Applications verified together: some eight megabytes of events. */
const APPLICATIONS_A_RANGE = 1_000

const BOUNDARY = `select application_id as id from application
  where region_code = $1 and application_id > $2 order by application_id offset $3 limit 1`

/**
 * Runs of ids that lie side by side and together hold every id there can be, so that events without an application
 * come to light too.
 */
export async function* rangesOf(
  db: Database,
  regionCode: number,
  size = APPLICATIONS_A_RANGE,
): AsyncGenerator<Range> {
  for (let after = BEFORE_ALL_IDS; after !== AFTER_ALL_IDS;) {
    const [boundary] = await db.query<{ id: string }>(BOUNDARY, [regionCode, after, size - 1])
    const upTo = boundary?.id ?? AFTER_ALL_IDS
    yield { regionCode, after, upTo }
    after = upTo
  }
}
