import { uuidv7 } from 'uuidv7'
import type { BundleDraftContent } from '../../../../contract/bundle-drafts.ts'
import type { MaterialState } from '../../../../domain/application/application.ts'
import type { FourChecks } from '../../../../domain/application/commands.ts'
import type { Situation } from '../../../../domain/catalogue/situation.ts'
import type { FieldValue } from '../../../../domain/form/form-definition.ts'
import type { Way } from '../../../ui/bundle/asked-materials.ts'
import { emptyIntake, type IntakeDraft, isIntakeDraft } from '../intake-draft.ts'

/** A whole thing (一件事) being received at the counter. Ids are made once: the same intake sent twice is one case. */
export type BundleIntakeDraft = {
  readonly bundleCaseId: string
  readonly ids: Readonly<
    Record<string, { readonly applicationId: string; readonly commandId: string }>
  >
  readonly choices: Situation
  /** By item: what its own guide still asks. */
  readonly own: Readonly<Record<string, Situation>>
  readonly answers: Readonly<Record<string, FieldValue>>
  /** The application forms came filled in on paper: nothing is typed here. */
  readonly isOnPaper: boolean
  /** Who applies: typed as for a single item. */
  readonly applicant: IntakeDraft
  /** By the material's name in the bundle; not named: held. */
  readonly materials: Readonly<Record<string, MaterialState>>
  readonly remarks: Readonly<Record<string, string>>
  /** By item: the four checks are made of each part. */
  readonly checks: Readonly<Record<string, FourChecks>>
}

export function emptyBundleIntake(): BundleIntakeDraft {
  return {
    bundleCaseId: uuidv7(),
    ids: {},
    choices: {},
    own: {},
    answers: {},
    isOnPaper: false,
    applicant: emptyIntake(uuidv7),
    materials: {},
    remarks: {},
    checks: {},
  }
}

const STATE_OF: Readonly<Record<Way, MaterialState>> = {
  // Files stayed on the applicant's device: what is on the counter is judged.
  upload: 'held',
  commitment: 'promised',
  follow: 'missing',
  window: 'held',
}

/** What the applicant filled in at home, taken over by the slip's code. */
export function intakeFromDraft(content: BundleDraftContent): BundleIntakeDraft {
  const empty = emptyBundleIntake()
  const { applicant, choices, own, answers, ways } = content
  return {
    ...empty,
    choices,
    own,
    answers,
    applicant: {
      ...empty.applicant,
      kind: applicant.kind ?? 'person',
      name: applicant.name,
      identityType: applicant.identityType ?? 'id-card',
      identityNumber: applicant.identityNumber,
      phone: applicant.phone,
      address: applicant.address,
      contactName: applicant.contactName,
    },
    materials: Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, STATE_OF[way]])),
  }
}

export function isBundleIntakeDraft(value: unknown): value is BundleIntakeDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['bundleCaseId', 'ids', 'choices', 'own', 'answers', 'materials', 'checks'].every(
      (name) => name in value,
    ) &&
    'applicant' in value &&
    isIntakeDraft(value.applicant)
  )
}
