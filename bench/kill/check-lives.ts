import type { Database } from '../../server/database/connect.ts'
import type { Findings } from './findings.ts'
import { groupBy } from './group-by.ts'
import type { JournalEntry } from './journal.ts'

type Row = {
  readonly applicationId: string
  readonly number: string
  readonly status: string
  readonly version: number
}

const APPLICATIONS = `
  select application_id as "applicationId", number, status, version from application where region_code = $1`
const OVERDUE_FALLS = `
  select number from application where region_code = $1 and next_fall_at < now() - interval '10 seconds'`

/** Every life that was begun is archived, at the version its last act was told; nothing that fell due still waits. */
export async function checkLives(
  db: Database,
  regionCode: number,
  entries: readonly JournalEntry[],
  findings: Findings,
): Promise<number> {
  const rows = await db.query<Row>(APPLICATIONS, [regionCode])
  const byId = new Map(rows.map((row) => [row.applicationId, row]))
  const lives = groupBy(entries, ({ applicationId }) => applicationId)
  for (const [applicationId, commands] of lives) {
    const row = byId.get(applicationId)
    const replies = commands.flatMap((entry) => entry.replies.slice(0, 1))
    const last = Math.max(0, ...replies.map(({ version }) => version))
    if (row === undefined) {
      if (replies.length > 0) findings.add('lost', `application ${applicationId}`)
    } else if (row.status !== 'archived') findings.add('stuck', `${row.number} is ${row.status}`)
    else if (row.version !== last)
      findings.add('doubled', `${row.number} is at version ${row.version}, told was ${last}`)
    else if (replies.some(({ number }) => number !== row.number))
      findings.add('answered-differently', `${row.number} was told under another number`)
  }
  for (const { number } of await db.query<{ number: string }>(OVERDUE_FALLS, [regionCode]))
    findings.add('stuck', `what fell due on ${number} has not happened`)
  return lives.size
}
