import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { startDraft } from '../../contract/drafts.ts'
import { EMPTY_DRAFT } from '../../domain/drafts/draft-content.ts'
import { mergeDraft } from '../../domain/drafts/merge-draft.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import { browserHashFor } from './browser-cookie.ts'
import { DRAFT_NOT_FOUND } from './draft-access.ts'
import type { DraftContext } from './draft-context.ts'
import {
  type DraftRow,
  draftsOfAccount,
  draftsOfBrowser,
  findDraft,
  insertDraft,
  letBrowserHold,
} from './draft-row.ts'
import { isTooLarge, TOO_LARGE } from './draft-size.ts'
import { draftView } from './draft-view.ts'
import { inForceNow, versionsOf } from './in-force.ts'
import { applicantOnly, closedRefusal } from './refusals.ts'

/** Open drafts at a time. */
const MOST_DRAFTS = { account: 50, browser: 20 } as const

/** A draft is begun by an account, or by a browser that gets its token with the first one. */
export function startRoute(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  const { db, regionCode, clock } = context
  registerOperation(http, httpContext, startDraft, async ({ body, visitor, request, reply }) => {
    const { draftId, itemId } = body
    const now = inForceNow(context, itemId)
    if (now === undefined) return refuse('unknown-item', '没有这个事项，请从事项清单中选择。')
    const refused = applicantOnly(visitor) ?? closedRefusal(now)
    if (refused !== null) return refused
    const owner = ownerOf(context, visitor, request, reply)
    const held = await draftsHeld(context, owner)
    const begun = held.find((draft) => draft.draftId === draftId)
    if (begun !== undefined) return { ok: true, value: await draftView(context, begun) }
    if (held.length >= MOST_DRAFTS[owner.kind])
      return refuse('too-many-drafts', '未提交的草稿太多，请先提交或者删除几份，再开始新的申请。')
    const content = mergeDraft(EMPTY_DRAFT, body.content)
    if (isTooLarge(content)) return TOO_LARGE
    const accountId = owner.kind === 'account' ? owner.accountId : null
    const at = clock(regionCode)
    const draft = { draftId, accountId, itemId, content, at, ...versionsOf(now) }
    // Somebody else's draft has this id.
    if (!(await insertDraft(db, regionCode, draft))) return DRAFT_NOT_FOUND
    if (owner.kind === 'browser') await letBrowserHold(db, regionCode, owner.hash, draftId)
    const inserted = await findDraft(db, regionCode, draftId)
    return inserted === undefined
      ? DRAFT_NOT_FOUND
      : { ok: true, value: await draftView(context, inserted) }
  })
}

type Owner =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'browser'; readonly hash: Buffer }

function ownerOf(
  context: DraftContext,
  visitor: Session | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Owner {
  return visitor === undefined
    ? { kind: 'browser', hash: browserHashFor(request, reply, context) }
    : { kind: 'account', accountId: visitor.actor.accountId }
}

async function draftsHeld({ db, regionCode }: DraftContext, owner: Owner): Promise<DraftRow[]> {
  return owner.kind === 'account'
    ? await draftsOfAccount(db, regionCode, owner.accountId)
    : await draftsOfBrowser(db, regionCode, owner.hash)
}
