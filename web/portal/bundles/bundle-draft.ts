import type { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { receiveBundle } from '../../../contract/bundles.ts'
import type { DraftApplicant } from '../../../contract/drafts.ts'
import type { FieldValue } from '../../../domain/form/form-definition.ts'
import type { Way } from '../../ui/bundle/asked-materials.ts'
import type { Chosen } from '../../ui/bundle/bundle-standing.ts'

type Receipt = z.output<typeof receiveBundle.reply>

/** What is typed for one bundle on this device: everything is here first, and sent whole at the end. */
export type BundleDraft = Chosen & {
  readonly bundleId: string
  readonly answers: Readonly<Record<string, FieldValue>>
  readonly applicant: DraftApplicant
  /** By which somebody else is applied for; null: the account itself. */
  readonly mandateId: string | null
  /** How each material comes, by its name in the bundle; not named: as a file. */
  readonly ways: Readonly<Record<string, Way>>
  /** Made with the draft: sent again after a lost answer or a reload it is the same case. */
  readonly bundleCaseId: string
  /** Under which this device keeps its files. */
  readonly filesId: string
  readonly ids: Readonly<
    Record<string, { readonly applicationId: string; readonly commandId: string }>
  >
  readonly received: Receipt | null
  /** Files that have arrived: `file application number`. */
  readonly arrived: readonly string[]
  /** Whose it is; null: typed before signing in. */
  readonly accountId: string | null
}

const NOBODY: DraftApplicant = {
  kind: null,
  name: '',
  identityType: null,
  identityNumber: '',
  phone: '',
  address: '',
  contactName: '',
}

export function newBundleDraft(bundleId: string, accountId: string | null): BundleDraft {
  return {
    bundleId,
    choices: {},
    own: {},
    answers: {},
    applicant: NOBODY,
    mandateId: null,
    ways: {},
    bundleCaseId: uuidv7(),
    filesId: uuidv7(),
    ids: {},
    received: null,
    arrived: [],
    accountId,
  }
}
