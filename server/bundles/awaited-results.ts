import type { LodgedApplication } from '../../domain/application/application.ts'
import type { Bundle } from '../../domain/catalogue/bundle.ts'
import type { Database } from '../database/connect.ts'
import type { ReferenceData } from '../database/reference-data.ts'

const GRANTED = `
  select a.item_id as "itemId" from bundle_case c
    join jsonb_to_recordset(c.applications) as p("applicationId" uuid) on true
    join application a on a.region_code = c.region_code and a.application_id = p."applicationId"
   where c.region_code = $1 and c.bundle_case_id = $2 and a.state -> 'decision' ->> 'outcome' = 'grant'`
const PARTS = `select applications from bundle_case where region_code = $1 and bundle_case_id = $2`

/** Names of the items that this part needs the result of and that are not granted yet. */
export async function awaitedResults(
  db: Database,
  reference: ReferenceData,
  bundles: readonly Bundle[],
  regionCode: number,
  { itemId, bundle: ref }: LodgedApplication,
): Promise<readonly string[]> {
  const bundle = bundles.find(({ bundleId }) => bundleId === ref?.bundleId)
  const needed = bundle?.needs.filter(({ item }) => item === itemId).map(({ of }) => of) ?? []
  if (ref === undefined || needed.length === 0) return []
  const values = [regionCode, ref.bundleCaseId]
  const [[row], granted] = await Promise.all([
    db.query<{ applications: { itemId: string }[] }>(PARTS, values),
    db.query<{ itemId: string }>(GRANTED, values),
  ])
  // What the applicant had before is no part of the case, and not waited for.
  const parts = row?.applications.map((part) => part.itemId) ?? []
  return needed
    .filter((of) => parts.includes(of) && !granted.some((one) => one.itemId === of))
    .map((of) => reference.getItem(of).name)
}
