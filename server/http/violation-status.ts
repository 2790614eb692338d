import type { ViolationCode } from '../../domain/application/violations.ts'

/** Codes that are not the procedure's: requests, sessions, accounts, documents. Permanent, part of the API. */
const STATUS_OF_HTTP_CODE = {
  'malformed-json': 400,
  'malformed-request': 400,
  'virtual-clock-forbidden': 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'account-locked': 423,
  'account-disabled': 403,
  'password-change-required': 403,
  'post-not-open': 403,
  'not-permitted': 403,
  'cross-site-request': 403,
  'own-account': 403,
  'not-found': 404,
  'changed-meanwhile': 409,
  'username-taken': 409,
  'first-administrator-code-used': 409,
  'first-administrator-code-wrong': 403,
  'too-large': 413,
  'file-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-input': 422,
  'unknown-field': 422,
  'unknown-command': 404,
  'application-not-found': 404,
  'command-id-reused': 409,
  'unknown-item': 422,
  'seal-mode-not-in-question': 409,
  'seal-mode-settled': 409,
  'unknown-organisation': 422,
  'unknown-course': 422,
  'organisation-required': 422,
  'window-required': 422,
  'password-too-simple': 422,
  'password-unchanged': 422,
  'password-wrong': 422,
  'file-missing': 422,
  'file-empty': 422,
  'file-type-not-allowed': 422,
  'file-not-a-pdf': 422,
  'file-type-mismatch': 422,
  'file-unsafe': 422,
  'picture-too-large': 422,
  'file-infected': 422,
  'file-quarantined': 409,
  'too-many-attempts': 429,
  'calendar-year-missing': 409,
  'internal-error': 500,
  'database-unavailable': 503,
  'scanner-unavailable': 503,
} as const satisfies Record<string, number>

export type HttpCode = keyof typeof STATUS_OF_HTTP_CODE

const STATUS_OF_VIOLATION: Partial<Record<ViolationCode, number>> = {
  'not-your-application': 403,
  'only-the-window-accepts': 403,
  'separation-of-duties': 403,
  'not-your-department': 403,
  'not-trained-for-item': 403,
  'not-department-head': 403,
  'needs-government-approval': 403,
  'mandate-invalid': 403,
  'unknown-situation': 422,
  'form-invalid': 422,
  'commitment-not-allowed': 422,
  'not-tolerable': 422,
  'invalid-id-number': 422,
  'invalid-credit-code': 422,
  'unknown-material': 422,
  'reason-too-short': 422,
  'checks-not-passed': 422,
  'materials-incomplete': 422,
}

const STATUS: Readonly<Record<string, number>> = { ...STATUS_OF_VIOLATION, ...STATUS_OF_HTTP_CODE }

/** The only place where a refusal meets an HTTP number; what stands nowhere conflicts with the state of things. */
export function statusOf(code: HttpCode | ViolationCode): number {
  return STATUS[code] ?? 409
}
