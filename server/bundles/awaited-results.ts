import { identityOf } from '../../domain/application/applicant.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { STATUS_NAME } from '../../domain/application/status-names.ts'
import { type AwaitedResult, endedWithoutGrant } from '../../domain/bundle/awaited-result.ts'
import type { Bundle } from '../../domain/catalogue/bundle.ts'
import type { Database } from '../database/connect.ts'
import type { ReferenceData } from '../database/reference-data.ts'

type Standing = Pick<LodgedApplication, 'status' | 'decision'>
type Part = { readonly itemId: AwaitedResult['itemId']; readonly standing: Standing }

const PARTS = `
  select p."itemId", jsonb_build_object('status', a.state -> 'status', 'decision', a.state -> 'decision') as standing
    from bundle_case c
    join jsonb_to_recordset(c.applications) as p("itemId" text, "applicationId" uuid) on true
    left join application a on a.region_code = c.region_code and a.application_id = p."applicationId"
   where c.region_code = $1 and c.bundle_case_id = $2`
// Applied for by itself since the case began. A grant from before, or of another case, may be of another shop.
const GRANTED_SINCE = `
  select distinct a.item_id as "itemId" from application a
    join bundle_case c on c.region_code = $1 and c.bundle_case_id = $4
   where a.region_code = $1 and a.applicant_identity = $2 and a.item_id = any($3)
     and a.state -> 'decision' ->> 'outcome' = 'grant' and coalesce(a.state -> 'revocation', 'null') = 'null'
     and a.state -> 'bundle' is null and (a.state ->> 'receivedAt')::timestamptz >= c.created_at`

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
  const { bundleCaseId } = ref
  const parts = await db.query<Part>(PARTS, [regionCode, bundleCaseId])
  // What the applicant had before is no part of the case, and not waited for.
  const waiting = parts.filter(
    ({ itemId: of, standing }) => needed.includes(of) && standing.decision?.outcome !== 'grant',
  )
  const ended = waiting
    .filter(({ standing }) => endedWithoutGrant(standing))
    .map((one) => one.itemId)
  const since =
    ended.length === 0
      ? []
      : await db.query<{ itemId: string }>(GRANTED_SINCE, [
          regionCode,
          identityOf(applicant),
          ended,
          bundleCaseId,
        ])
  return waiting
    .filter(({ itemId: of }) => !since.some((one) => one.itemId === of))
    .map(({ itemId: of, standing }) => awaitedResult(bundle, reference, of, standing))
}

/** A part that is not received yet, or not answered, is under way. */
function awaitedResult(
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
