import type { FieldFault } from '../form/form-definition.ts'
import type { ApplicationAction } from './commands.ts'
import type { ApplicationStatus, LetterStatement } from './application.ts'

/** Expected refusals. Codes are part of the API and never change meaning; the order of a refusal is in `permissions.ts`. */
export type Violation =
  | { readonly code: 'not-your-application' }
  | { readonly code: 'only-the-window-accepts' }
  | { readonly code: 'separation-of-duties'; readonly did: string }
  | { readonly code: 'not-your-department' }
  | { readonly code: 'not-permitted' }
  | {
      readonly code: 'action-not-allowed'
      readonly action: ApplicationAction
      readonly status: ApplicationStatus
    }
  | { readonly code: 'already-lodged' }
  | { readonly code: 'not-trained-for-item' }
  | { readonly code: 'guide-not-published' }
  | { readonly code: 'item-devolved'; readonly handledBy: string }
  | { readonly code: 'item-suspended'; readonly atTheWindow: boolean }
  | { readonly code: 'item-not-offered'; readonly why: string }
  | { readonly code: 'unknown-situation'; readonly why: string }
  | { readonly code: 'form-invalid'; readonly faults: readonly FieldFault[] }
  | { readonly code: 'form-version-changed'; readonly version: number }
  | { readonly code: 'mandate-invalid'; readonly why: string }
  | { readonly code: 'commitment-not-allowed'; readonly material: number }
  | { readonly code: 'not-tolerable'; readonly materials: readonly number[] }
  | { readonly code: 'bundle-result-missing'; readonly items: readonly string[] }
  | { readonly code: 'bundle-nothing-ended'; readonly items: readonly string[] }
  | { readonly code: 'bundle-part-depends'; readonly items: readonly string[] }
  | { readonly code: 'tolerated-material-missing'; readonly materials: readonly number[] }
  | {
      readonly code: 'tolerance-consequence-open'
      /** The guide names another consequence. */ readonly said: boolean
    }
  | { readonly code: 'commitment-broken'; readonly materials: readonly number[] }
  | { readonly code: 'invalid-id-number'; readonly why: string }
  | { readonly code: 'invalid-credit-code'; readonly why: string }
  | { readonly code: 'renewal-not-possible'; readonly why: string }
  | { readonly code: 'materials-incomplete'; readonly materials: readonly number[] }
  | { readonly code: 'checks-not-passed' }
  | { readonly code: 'unknown-material'; readonly material: number }
  | { readonly code: 'correction-window-closed' }
  | { readonly code: 'correction-must-be-complete-at-once'; readonly asked: readonly number[] }
  | { readonly code: 'must-accept-after-correction' }
  | { readonly code: 'correction-not-asked' }
  | { readonly code: 'no-limit-to-correct' }
  | { readonly code: 'already-decided' }
  | { readonly code: 'not-a-special-procedure' }
  | { readonly code: 'procedure-too-late' }
  | { readonly code: 'procedure-already-running' }
  | { readonly code: 'not-department-head' }
  | { readonly code: 'needs-government-approval' }
  | { readonly code: 'extension-too-late' }
  | { readonly code: 'already-extended' }
  | { readonly code: 'opinions-missing'; readonly departments: readonly string[] }
  | { readonly code: 'reason-too-short'; readonly least: number }
  | { readonly code: 'fee-not-settled'; readonly amount: number }
  | { readonly code: 'letter-missing' }
  | { readonly code: 'letter-incomplete'; readonly missing: readonly LetterStatement[] }
  | { readonly code: 'hash-mismatch' }
  | { readonly code: 'seal-mode-unconfirmed' }
  | { readonly code: 'not-sealed' }
  | { readonly code: 'no-proof-of-delivery' }
  | { readonly code: 'already-rated' }
  | { readonly code: 'nothing-to-answer' }

export type ViolationCode = Violation['code']
export type Explanation = { readonly sentence: string; readonly article: string }
