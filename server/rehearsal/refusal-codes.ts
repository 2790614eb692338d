import type { ViolationCode } from '../../domain/application/violations.ts'
import type { HttpCode } from '../http/violation-status.ts'

/** Every refusal of the procedure; a new one does not compile until it is named here. */
const OF_THE_PROCEDURE = {
  'not-your-application': true,
  'only-the-window-accepts': true,
  'separation-of-duties': true,
  'not-your-department': true,
  'not-permitted': true,
  'action-not-allowed': true,
  'already-lodged': true,
  'not-trained-for-item': true,
  'guide-not-published': true,
  'item-devolved': true,
  'item-suspended': true,
  'item-not-offered': true,
  'unknown-situation': true,
  'form-invalid': true,
  'form-version-changed': true,
  'mandate-invalid': true,
  'commitment-not-allowed': true,
  'not-tolerable': true,
  'tolerated-material-missing': true,
  'invalid-id-number': true,
  'invalid-credit-code': true,
  'renewal-not-possible': true,
  'materials-incomplete': true,
  'checks-not-passed': true,
  'unknown-material': true,
  'correction-window-closed': true,
  'correction-must-be-complete-at-once': true,
  'must-accept-after-correction': true,
  'correction-not-asked': true,
  'no-limit-to-correct': true,
  'already-decided': true,
  'not-a-special-procedure': true,
  'procedure-too-late': true,
  'procedure-already-running': true,
  'not-department-head': true,
  'needs-government-approval': true,
  'extension-too-late': true,
  'already-extended': true,
  'opinions-missing': true,
  'reason-too-short': true,
  'fee-not-settled': true,
  'letter-missing': true,
  'letter-incomplete': true,
  'hash-mismatch': true,
  'seal-mode-unconfirmed': true,
  'not-sealed': true,
  'no-proof-of-delivery': true,
  'already-rated': true,
  'nothing-to-answer': true,
} as const satisfies Record<ViolationCode, true>

/** What the server around the procedure may answer to a step. */
const OF_THE_SERVER: readonly HttpCode[] = [
  'changed-meanwhile',
  'invalid-input',
  'unknown-field',
  'unknown-item',
  'not-found',
  'post-not-open',
  'seal-mode-not-in-question',
  'seal-mode-settled',
]

/** What `expect.error` may name; `none` is no refusal. */
export const REFUSAL_CODES: readonly string[] = [
  'none',
  ...Object.keys(OF_THE_PROCEDURE),
  ...OF_THE_SERVER,
]
