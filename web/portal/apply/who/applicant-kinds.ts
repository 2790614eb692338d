import type { DraftApplicant } from '../../../../contract/drafts.ts'
import type { ServiceObject } from '../../../../domain/catalogue/service-guide.ts'

export type ApplicantKind = NonNullable<DraftApplicant['kind']>

/** Who may apply for an item; a guide that names nobody is for everybody. */
export function applicantKinds(serviceObjects: readonly ServiceObject[]): readonly ApplicantKind[] {
  const kinds = (['person', 'company'] as const).filter((kind) =>
    serviceObjects.some((object) => (object === 'natural-person') === (kind === 'person')),
  )
  return kinds.length === 0 ? ['person', 'company'] : kinds
}

/** The kind with the identity that goes with it. */
export function kindChosen(kind: ApplicantKind) {
  return { kind, identityType: kind === 'company' ? 'credit-code' : 'id-card' } as const
}
