import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Database } from '../database/connect.ts'

/** What is written down about people beside the procedure's own events. Append-only. */
export type AuditAction =
  | 'identity-viewed'
  | 'command-refused'
  | 'access-refused'
  | 'account-created'
  | 'account-disabled'
  | 'account-enabled'
  | 'post-opened'
  | 'post-closed'
  | 'training-recorded'
  | 'password-changed'
  | 'password-reset'
  | 'citizen-registered'
  | 'citizen-looked-up'
  | 'citizen-verified'
  | 'identity-claim-settled'
  | 'contact-changed'
  | 'provider-linked'
  | 'first-administrator-appointed'
  | 'calendar-loaded'
  | 'seal-mode-recorded'
  | 'catalogue-exported'
  | 'catalogue-imported'
  | 'catalogue-published'
  | 'export-begun'
  | 'export-ended'
  | 'infected-file-refused'
  | 'infected-file-found'
  | 'draft-opened-at-window'
  | 'answers-reused'
  | 'mandate-offered'
  | 'mandate-answered'
  | 'mandate-revoked'
  | 'guardianship-looked-up'
  | 'guardianship-confirmed'

export type AuditEntry = {
  readonly action: AuditAction
  readonly actor: Actor
  /** The application or account concerned. */
  readonly subjectId: string | null
  /** Codes, names of operations, before and after; never an identity number or a text of a person. */
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

export async function recordAccess(
  db: Database,
  regionCode: number,
  { action, actor, subjectId, detail = {} }: AuditEntry,
): Promise<void> {
  await db.query(
    `insert into access_audit
       (region_code, audit_id, at, action, actor_id, actor_name, actor_role, subject_id, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      regionCode,
      uuidv7(),
      new Date().toISOString(),
      action,
      actor.accountId,
      actor.name,
      actor.role,
      subjectId,
      JSON.stringify(detail),
    ],
  )
}
