import { localDateOf } from '../shared/local-date.ts'
import { assertNever } from '../shared/outcome.ts'
import type { LodgedApplication, Tolerance } from './application.ts'
import type * as Events from './events.ts'
import { uncheckedCommitments } from './review/check-commitment.ts'

type PromiseEvent =
  | Events.ToleratedMaterialsSupplied
  | Events.ToleranceReminded
  | Events.ToleranceLapsed
  | Events.ToleratedMaterialsRequested
  | Events.CommitmentChecked

/** What the applicant promised (容缺, 告知承诺), and what became of it. */
export function evolvePromises(
  application: LodgedApplication,
  event: PromiseEvent,
): LodgedApplication {
  const on = localDateOf(event.at)
  switch (event.type) {
    case 'ToleratedMaterialsSupplied':
      return supplied(application, event.materials)
    case 'ToleranceReminded':
      return withTolerance(application, { remindedOn: on })
    case 'ToleranceLapsed':
      return withTolerance(application, { lapsedOn: on })
    case 'ToleratedMaterialsRequested': {
      const requests = [...(application.tolerance?.requests ?? []), { on, text: event.text }]
      return withTolerance(application, { requests })
    }
    case 'CommitmentChecked':
      return checked(application, event)
    default:
      return assertNever(event)
  }
}

function withTolerance(
  application: LodgedApplication,
  change: Partial<Tolerance>,
): LodgedApplication {
  const { tolerance } = application
  if (tolerance === undefined) throw new Error('Nothing was tolerated')
  return { ...application, tolerance: { ...tolerance, ...change } }
}

function supplied(application: LodgedApplication, numbers: readonly number[]): LodgedApplication {
  const held = Object.fromEntries(numbers.map((number) => [number, 'held' as const]))
  const outstanding = (application.tolerance?.outstanding ?? []).filter(
    (number) => !numbers.includes(number),
  )
  return withTolerance(
    { ...application, materials: { ...application.materials, ...held } },
    { outstanding },
  )
}

function checked(
  application: LodgedApplication,
  { material, kept, finding, at, by }: Events.CommitmentChecked,
): LodgedApplication {
  const check = { material, kept, finding, on: localDateOf(at), byName: by.name }
  const before = (application.commitments ?? []).map((one) =>
    kept && one.material === material ? { ...one, putRightOn: check.on } : one,
  )
  const after = { ...application, commitments: [...before, check] }
  return uncheckedCommitments(after).length === 0 ? { ...after, commitmentsChecked: true } : after
}
