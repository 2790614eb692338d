import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import {
  type AccountRow,
  createAccount as createAccountOperation,
  listAccounts,
  recordTraining,
  setDisabled,
  setPost,
} from '../../contract/accounts.ts'
import type { AccountId } from '../../domain/shared/ids.ts'
import { type AuditAction, recordAccess } from '../http/access-audit.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { type Answer, registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import { findAccountRow, listAccountRows } from './account-rows.ts'
import { setAccountDisabled, setPostOpen, setTraining, unknownCourses } from './change-account.ts'
import { createAccount } from './create-account.ts'

type RowAnswer = Promise<Answer<z.input<typeof AccountRow>>>

const NO_SUCH_ACCOUNT = refuse('not-found', '没有这个账号，请刷新账号清单后重试。')
const OWN_ACCOUNT = refuse(
  'own-account',
  '不能变更自己的账号、岗位和培训记录，请由其他管理员办理。',
)

/** Who exists (system administrator), who may what (security administrator): never one's own. */
export function accountRoutes(http: FastifyInstance, context: HttpContext): void {
  const { db, sessions } = context

  /** After a change: the row as it is now, the audit, and no session that still shows the old one. */
  async function changed(
    { regionCode, actor }: Session,
    accountId: string,
    action: AuditAction,
    detail: Record<string, string | readonly string[]> = {},
  ): RowAnswer {
    sessions.forget(accountId as AccountId)
    await recordAccess(db, regionCode, { action, actor, subjectId: accountId, detail })
    const row = await findAccountRow(db, regionCode, accountId)
    return row ? { ok: true, value: row } : NO_SUCH_ACCOUNT
  }

  registerOperation(http, context, listAccounts, async ({ session }) => {
    return { ok: true, value: { accounts: await listAccountRows(db, session.regionCode) } }
  })

  registerOperation(http, context, createAccountOperation, async ({ session, body }) => {
    const made = await createAccount(db, session.regionCode, body)
    if (!made.ok) return made
    return await changed(session, made.accountId, 'account-created', { role: body.role })
  })

  registerOperation(http, context, setPost, async ({ session, params: { accountId }, body }) => {
    if (accountId === session.actor.accountId) return OWN_ACCOUNT
    if (!(await setPostOpen(db, session.regionCode, accountId, body.open))) return NO_SUCH_ACCOUNT
    return await changed(session, accountId, body.open ? 'post-opened' : 'post-closed')
  })

  registerOperation(http, context, recordTraining, async ({ session, params, body }) => {
    const { accountId } = params
    const courses = [...new Set(body.passed)]
    if (accountId === session.actor.accountId) return OWN_ACCOUNT
    const unknown = await unknownCourses(db, courses)
    if (unknown.length > 0) {
      return refuse(
        'unknown-course',
        `没有这样的培训：${unknown.join('、')}。请填写 etiquette（服务礼仪）或者部门代码。`,
      )
    }
    const before = await findAccountRow(db, session.regionCode, accountId)
    if (!before) return NO_SUCH_ACCOUNT
    const { regionCode, actor } = session
    await setTraining(db, { regionCode, accountId, courses, recordedBy: actor.accountId })
    const detail = { before: before.training, after: courses }
    return await changed(session, accountId, 'training-recorded', detail)
  })

  registerOperation(http, context, setDisabled, async ({ session, params, body }) => {
    const { accountId } = params
    const { regionCode, actor } = session
    if (accountId === actor.accountId) return OWN_ACCOUNT
    const known = await setAccountDisabled(db, regionCode, accountId, body.disabled)
    if (!known) return NO_SUCH_ACCOUNT
    if (body.disabled) await sessions.closeAll(regionCode, accountId as AccountId)
    return await changed(session, accountId, body.disabled ? 'account-disabled' : 'account-enabled')
  })
}
