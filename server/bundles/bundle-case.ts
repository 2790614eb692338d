import type { z } from 'zod'
import type { BundleCaseView } from '../../contract/bundles.ts'
import { isAllowed } from '../../domain/application/allowed-actions.ts'
import { STATUS_NAME } from '../../domain/application/status-names.ts'
import { type AwaitedResult, stillAwaited } from '../../domain/bundle/awaited-result.ts'
import { criticalPath } from '../../domain/bundle/critical-path.ts'
import type { Bundle } from '../../domain/catalogue/bundle.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { committedDue } from '../../domain/deadline/clocks.ts'
import { lampOf } from '../../domain/deadline/signal-light.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { Child } from './bundles-context.ts'
import { deadEndOf } from './dead-end.ts'

/** A part, and what it waits for. */
export type StandingChild = Child & { readonly awaited: readonly AwaitedResult[] }
/** Who looks at it, when, and with what known. */
type Looking = {
  readonly reference: ReferenceData
  readonly today: LocalDate
  readonly actor: Actor
}

export type BundleCaseRow = {
  readonly bundleCaseId: string
  readonly bundleId: string
  readonly accountId: string
  readonly createdAt: Instant
  readonly applications: readonly { readonly itemId: string; readonly applicationId: string }[]
}

const COLUMNS = `bundle_case_id as "bundleCaseId", bundle_id as "bundleId", account_id as "accountId", created_at as "createdAt", applications`
const LOAD = `select ${COLUMNS} from bundle_case where region_code = $1 and bundle_case_id = $2`
// Their own, and what they sent in for somebody else.
const OF_PERSON = `
  select ${COLUMNS} from bundle_case
   where region_code = $1 and (applicant_identity = $2 or account_id = $3)
     and applicant_identity in (
       select $2::text union select m.principal_identity from mandate m where m.region_code = $1 and m.agent_identity = $2)
   order by created_at desc limit 50`

export async function loadBundleCase(
  db: Database,
  regionCode: number,
  bundleCaseId: string,
): Promise<BundleCaseRow | undefined> {
  const [row] = await db.query<BundleCaseRow>(LOAD, [regionCode, bundleCaseId])
  return row
}

export async function bundleCasesOf(
  db: Database,
  regionCode: number,
  { identity = '', accountId }: Pick<Actor, 'identity' | 'accountId'>,
): Promise<BundleCaseRow[]> {
  return await db.query<BundleCaseRow>(OF_PERSON, [regionCode, identity, accountId])
}

/** Where each part stands, what it waits for, and which of them the whole thing hangs on. */
export function bundleCaseView(
  row: BundleCaseRow,
  bundle: Bundle,
  children: readonly StandingChild[],
  by: Looking,
): z.input<typeof BundleCaseView> {
  const { today } = by
  const standing = children.map((child) => standingOf(child, by))
  const needs = bundle.needs.filter(({ item, of }) =>
    [item, of].every((itemId) => standing.some((one) => one.itemId === itemId)),
  )
  // What is late ends today at the earliest, and takes with it whatever waits for it.
  const expected = standing.map(({ itemId, endsOn, decidedOn }) => ({
    itemId,
    endsOn: endsOn !== null && decidedOn === null && endsOn < today ? today : endsOn,
  }))
  const path = criticalPath(expected, needs)
  return {
    bundleCaseId: row.bundleCaseId,
    bundleId: row.bundleId,
    title: bundle.title,
    createdAt: row.createdAt,
    needs: needs.map(({ item, of }) => ({ item, of })),
    applications: standing.map((one) => ({
      ...one,
      critical: path.itemIds.includes(one.itemId),
    })),
    endsOn: path.endsOn,
  }
}

function standingOf(child: StandingChild, by: Looking) {
  const { applicationId, number, version, application } = child
  const { reference, today } = by
  const { itemId, status, decision, departmentId, goesOnWithout = [] } = application
  const awaited = stillAwaited(application, child.awaited)
  const isOpen = isAllowed('WithdrawApplication', status)
  const guide = reference.getGuide(itemId, application.guideVersion)
  const due = committedDue(application, guide, reference.calendar)
  const running = due.state === 'running' ? due.on : null
  return {
    itemId,
    itemName: reference.getItem(itemId).name,
    departmentName: reference.getOrganisation(departmentId).shortName,
    applicationId,
    number,
    status,
    statusName: STATUS_NAME[status],
    endsOn: decision?.on ?? running,
    decidedOn: decision?.on ?? null,
    light: lampOf(application, guide, today, reference.calendar).light,
    version,
    waitsFor: isOpen ? awaited.map(({ name }) => name) : [],
    goesOnWithout: goesOnWithout.map((of) => reference.getItem(of).name),
    deadEnd: deadEndOf(application, awaited, by.actor),
    materials: materialsOf(child, guide),
  }
}

/** As the guide of that version names them; what the situation does not ask for is not among them. */
function materialsOf({ application, handling }: StandingChild, guide: ServiceGuide) {
  return guide.materials.flatMap(({ number, name }) => {
    const state = application.materials[number]
    if (state === undefined) return []
    const files = application.files
      .filter(({ material }) => material === number)
      .map(({ fileId, name: fileName, mediaType, size, sha256, at }) => ({
        fileId,
        name: fileName,
        mediaType,
        size,
        sha256,
        at,
        handling: handling.get(fileId) ?? ('show' as const),
      }))
    return [{ number, name, state, files }]
  })
}
