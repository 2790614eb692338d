import type { LodgedApplication } from '../../domain/application/application.ts'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import { refuse, type AnyViolation } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { ApplicationState, DocumentsContext } from './documents-context.ts'

/** Papers between government bodies are not the applicant's. */
const INTERNAL: readonly NoticeKind[] = [
  'sealing-letter',
  'revocation-copy',
  'supervision-order',
  'circular',
]

type Refused = { readonly ok: false; readonly violation: AnyViolation }
export type Readable =
  | { readonly ok: true; readonly state: ApplicationState; readonly application: LodgedApplication }
  | Refused

/** The application whose papers the person asks for, if they may read it. */
export async function readableApplication(
  { loadState, mayRead }: DocumentsContext,
  session: Session,
  applicationId: string,
): Promise<Readable> {
  const state = await loadState(session.regionCode, applicationId)
  if (state === undefined || state.application.status === 'not-lodged')
    return refuse('application-not-found', '没有这件办件，请核对办件编号。')
  const { application } = state
  return (await mayRead(session, application))
    ? { ok: true, state, application }
    : { ok: false, violation: { code: 'not-your-application' } }
}

export function refusalOfKind(session: Session, kind: NoticeKind): Refused | undefined {
  return session.actor.role === 'applicant' && INTERNAL.includes(kind)
    ? refuse('not-permitted', '这份文书是机关之间的往来文书，不向申请人提供。')
    : undefined
}
