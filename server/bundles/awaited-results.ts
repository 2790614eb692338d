import { identityOf } from '../../domain/application/applicant.ts'
import { type LodgedApplication, STATUS_NAME } from '../../domain/application/application.ts'
import { type AwaitedResult, endedWithoutGrant } from '../../domain/bundle/awaited-result.ts'
import type { Bundle } from '../../domain/catalogue/bundle.ts'
import type { Database } from '../database/connect.ts'
import type { ReferenceData } from '../database/reference-data.ts'

type Standing = Pick<LodgedApplication, 'status' | 'decision'>

const PARTS = `
  select p."itemId", jsonb_build_object('status', a.state -> 'status', 'decision', a.state -> 'decision') as standing
    from bundle_case c
    join jsonb_to_recordset(c.applications) as p("itemId" text, "applicationId" uuid) on true
    left join application a on a.region_code = c.region_code and a.application_id = p."applicationId"
   where c.region_code = $1 and c.bundle_case_id = $2`
// Applied for once more outside the bundle, after it had ended in it.
const GRANTED_ELSEWHERE = `
  select distinct item_id as "itemId" from application
   where region_code = $1 and applicant_identity = $2 and item_id = any($3)
     and state -> 'decision' ->> 'outcome' = 'grant' and coalesce(state -> 'revocation', 'null') = 'null'`

/** The items that this part needs the result of and that its applicant has not been granted yet. */
export async function awaitedResults(
  db: Database,
  reference: ReferenceData,
  bundles: readonly Bundle[],
  regionCode: number,
  { itemId, applicant, bundle: ref }: LodgedApplication,
): Promise<readonly AwaitedResult[]> {
  const bundle = bundles.find(({ bundleId }) => bundleId === ref?.bundleId)
  const needed = bundle?.needs.filter(({ item }) => item === itemId).map(({ of }) => of) ?? []
  if (ref === undefined || bundle === undefined || needed.length === 0) return []
  const [parts, elsewhere] = await Promise.all([
    db.query<{ itemId: string; standing: Standing }>(PARTS, [regionCode, ref.bundleCaseId]),
    db.query<{ itemId: string }>(GRANTED_ELSEWHERE, [regionCode, identityOf(applicant), needed]),
  ])
  return needed.flatMap((of) => {
    // What the applicant had before is no part of the case, and not waited for.
    const part = parts.find((one) => one.itemId === of)
    if (part === undefined || part.standing.decision?.outcome === 'grant') return []
    if (elsewhere.some((one) => one.itemId === of)) return []
    return [awaitedResult(bundle, reference, of, part.standing)]
  })
}

/** A part that is not received yet, or not answered, is under way. */
export function awaitedResult(
  { unconfirmed }: Pick<Bundle, 'unconfirmed'>,
  reference: ReferenceData,
  itemId: AwaitedResult['itemId'],
  standing: Standing,
): AwaitedResult {
  const { name } = reference.getItem(itemId)
  const endedAs = endedWithoutGrant(standing)
    ? standing.decision === null
      ? STATUS_NAME[standing.status]
      : STATUS_NAME.refused
    : null
  return { itemId, name, endedAs, isBinding: !unconfirmed.includes('needs') }
}
