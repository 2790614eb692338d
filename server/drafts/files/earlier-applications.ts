import type { Application, LodgedApplication } from '../../../domain/application/application.ts'
import type { Database } from '../../database/connect.ts'

const MOST = 200
const OF_PERSON = `
  select application_id as "applicationId", number, state from application
   where region_code = $1 and applicant_identity = $2 order by received_on desc, application_id desc limit ${MOST}`

export type Earlier = {
  readonly applicationId: string
  readonly number: string
  readonly application: LodgedApplication
}

/** One person's applications, the newest first, two hundred at most. */
export async function earlierApplications(
  db: Database,
  regionCode: number,
  identity: string,
): Promise<Earlier[]> {
  const rows = await db.query<{ applicationId: string; number: string; state: Application }>(
    OF_PERSON,
    [regionCode, identity],
  )
  return rows.flatMap(({ applicationId, number, state }) =>
    state.status === 'not-lodged' ? [] : [{ applicationId, number, application: state }],
  )
}
