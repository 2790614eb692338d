import type { Actor } from '../shared/actor.ts'
import type { Enquiry } from './enquiry.ts'

export type EnquiryViolation =
  | 'not-permitted'
  | 'not-your-department'
  | 'separation-of-duties'
  | 'enquiry-closed'

const DEPARTMENT_ROLES = ['reviewer', 'decider', 'department-head']

/** Which enquiries a person's list holds: `department` their own department's, `centre` what no department has. */
export type EnquiryScope = 'none' | 'department' | 'window' | 'complaints'

export function scopeOf({ role }: Pick<Actor, 'role'>): EnquiryScope {
  if (role === 'window-clerk') return 'window'
  if (role === 'supervisor') return 'complaints'
  return DEPARTMENT_ROLES.includes(role) ? 'department' : 'none'
}

/**
 * Who answers. A question: the department it is about, or the window where it is about none. A complaint: supervision alone,
 * so that nobody judges a complaint about their own house.
 */
export function refusalToAnswer(enquiry: Enquiry, by: Actor): EnquiryViolation | null {
  if (enquiry.state !== 'open') return 'enquiry-closed'
  if (enquiry.kind === 'complaint') return by.role === 'supervisor' ? null : 'separation-of-duties'
  if (enquiry.departmentId === null) return by.role === 'window-clerk' ? null : 'not-permitted'
  if (!DEPARTMENT_ROLES.includes(by.role)) return 'not-permitted'
  return by.organisationId === enquiry.departmentId ? null : 'not-your-department'
}

/** Who sends a question on to where it belongs: whoever has it now, while it is open. A complaint stays. */
export function refusalToForward(enquiry: Enquiry, by: Actor): EnquiryViolation | null {
  return enquiry.kind === 'complaint' ? 'not-permitted' : refusalToAnswer(enquiry, by)
}

/** Who reads it with its asker: whoever may answer it now or did, and supervision. */
export function mayReadEnquiry(enquiry: Enquiry, by: Actor): boolean {
  if (by.role === 'supervisor') return true
  if (by.role === 'applicant') return enquiry.accountId === by.accountId
  if (enquiry.kind === 'complaint') return false
  if (enquiry.departmentId === null) return by.role === 'window-clerk'
  return DEPARTMENT_ROLES.includes(by.role) && by.organisationId === enquiry.departmentId
}
