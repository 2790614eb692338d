import type { Operation } from '../../contract/operation.ts'
import { RequestRefused } from './refusal.ts'
import type { Session } from './session.ts'

/** Open to everyone signed in, whatever the state of their post or password. */
const ALWAYS_ALLOWED: readonly string[] = ['whoAmI', 'signOut', 'changePassword']

/**
 * Deny by default: throws RequestRefused unless the operation's `access` names the visitor. Whose application it is,
 * which department's and what was done before are the domain's questions.
 */
export function authorise(
  operation: Pick<Operation, 'access' | 'operationId'>,
  visitor: Session | undefined,
): void {
  const { access, operationId } = operation
  if (access === 'public') return
  if (!visitor) {
    throw new RequestRefused({
      code: 'not-signed-in',
      sentence: '尚未登录或者登录已过期，请重新登录。',
    })
  }
  if (ALWAYS_ALLOWED.includes(operationId)) return
  if (visitor.mustChangePassword) {
    throw new RequestRefused({
      code: 'password-change-required',
      sentence: '首次登录须先修改初始密码，再办理业务。',
    })
  }
  if (access !== 'signed-in' && !access.includes(visitor.actor.role)) {
    throw new RequestRefused({
      code: 'not-permitted',
      sentence: '您的岗位不办理这项业务，请转交有权岗位。',
    })
  }
  if (!visitor.postOpen) {
    throw new RequestRefused({
      code: 'post-not-open',
      sentence: '您的岗位尚未开通或者已经停止，请联系安全管理员开通岗位。',
    })
  }
}
