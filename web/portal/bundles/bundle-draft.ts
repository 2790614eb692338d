import type { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { receiveBundle } from '../../../contract/bundles.ts'
import type { DraftApplicant } from '../../../contract/drafts.ts'
import type { FieldValue } from '../../../domain/form/form-definition.ts'
import type { Chosen } from './bundle-standing.ts'

export type Way = 'upload' | 'commitment' | 'follow' | 'window'
type Receipt = z.output<typeof receiveBundle.reply>

/** What is typed for one bundle on this device: everything is here first, and sent whole at the end. */
export type BundleDraft = Chosen & {
  readonly bundleId: string
  readonly answers: Readonly<Record<string, FieldValue>>
  readonly applicant: DraftApplicant
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

const PREFIX = 'yichuang.bundle:'
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
    ways: {},
    bundleCaseId: uuidv7(),
    filesId: uuidv7(),
    ids: {},
    received: null,
    arrived: [],
    accountId,
  }
}

/** The draft kept here for this visitor; somebody else's stays for its owner, unseen. */
export function keptBundleDraft(bundleId: string, accountId: string | null): BundleDraft | null {
  const key = keyOf(bundleId)
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (!isDraft(kept) || kept.bundleId !== bundleId) return null
    return kept.accountId === null || kept.accountId === accountId ? kept : null
  } catch {
    return null
  }
}

/** A full device goes on with what the page holds. */
export function keepBundleDraft(draft: BundleDraft): void {
  try {
    localStorage.setItem(keyOf(draft.bundleId), JSON.stringify(draft))
  } catch {
    // Typed text stays in the page.
  }
}

export function dropBundleDraft(bundleId: string): void {
  localStorage.removeItem(keyOf(bundleId))
}

/** After signing out: what was typed under an account leaves this device. */
export function forgetBundleDrafts(): void {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
  for (const key of keys)
    if (key.startsWith(PREFIX) && !(localStorage.getItem(key) ?? '').includes('"accountId":null'))
      localStorage.removeItem(key)
}

const keyOf = (bundleId: string) => `${PREFIX}${bundleId}`

function isDraft(kept: unknown): kept is BundleDraft {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'bundleId' in kept &&
    'choices' in kept &&
    'answers' in kept &&
    'bundleCaseId' in kept &&
    'filesId' in kept &&
    'arrived' in kept &&
    'accountId' in kept
  )
}
