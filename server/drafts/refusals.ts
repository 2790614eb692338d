import type { DraftChange } from '../../domain/drafts/draft-changes.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { InForce } from './in-force.ts'

/** Staff fill in nothing for themselves here: a clerk receives at the window. */
export function applicantOnly(visitor: Session | undefined) {
  return visitor === undefined || visitor.actor.role === 'applicant'
    ? null
    : refuse(
        'not-permitted',
        '工作账号不能填写网上申请，请退出后以申请人账号办理，或者在窗口收件。',
      )
}

/** An item that nobody can begin to apply for online. */
export function closedRefusal({ item, guide }: InForce) {
  if (item.status === 'suspended')
    return {
      ok: false as const,
      violation: { code: 'item-suspended' as const, atTheWindow: false },
    }
  if (item.status === 'devolved')
    return {
      ok: false as const,
      violation: {
        code: 'item-devolved' as const,
        handledBy: item.handledBy ?? '所在县（市）主管部门',
      },
    }
  if (item.status !== 'active')
    return {
      ok: false as const,
      violation: {
        code: 'item-not-offered' as const,
        why: `本事项已不在办理范围${item.handledBy === null ? '' : `，现由${item.handledBy}办理`}，请咨询窗口。`,
      },
    }
  return guide === null
    ? { ok: false as const, violation: { code: 'guide-not-published' as const } }
    : null
}

/** What moved since the draft was begun, as a refusal to submit: nothing is lost, something is to be looked at. */
export function changeRefusal({ code, sentence }: DraftChange) {
  return refuse(code, sentence)
}
