import type { Me } from '../../contract/session.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { HttpContext } from '../http/http-context.ts'
import type { Session } from '../http/session.ts'
import { homeOf, postNameOf } from './posts.ts'

/** What the person's own screens show of them. */
export function meOf(session: Session, { clock }: Pick<HttpContext, 'clock'>): Me {
  const { actor, username, organisationName, mustChangePassword, regionCode } = session
  const { assurance, heldBack } = session
  return {
    accountId: actor.accountId,
    username,
    name: actor.name,
    role: actor.role,
    roleName: postNameOf(actor.role),
    body: actor.body,
    ...(actor.organisationId !== undefined && { organisationId: actor.organisationId }),
    ...(organisationName !== null && { organisationName }),
    ...(actor.window !== undefined && { window: actor.window }),
    home: homeOf(actor.role),
    mustChangePassword,
    ...(assurance !== undefined && { assurance }),
    ...(heldBack === true && { heldBack }),
    today: localDateOf(clock(regionCode)),
  }
}
