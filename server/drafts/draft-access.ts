import type { FastifyRequest } from 'fastify'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { browserHashOf } from './browser-cookie.ts'
import type { Done, DraftContext } from './draft-context.ts'
import { browserHolds, type DraftRow, findDraft } from './draft-row.ts'
import { pairingOf } from './files/pairing.ts'

export const DRAFT_NOT_FOUND = refuse(
  'draft-not-found',
  '没有这份草稿，可能已经删除、过期，或者是在别的设备、别的账号上填写的。请登录原来的账号，或者输入取件码继续。',
)

export type Opened = {
  readonly draft: DraftRow
  /** By a phone for this material alone; null: by who owns the draft. */
  readonly paired: number | null
}

/**
 * The draft, for whom it belongs to: the account it is bound to, else a browser that holds it; with `paired` also a phone
 * that scans for that material. Nobody else learns that there is one.
 */
export async function openDraft(
  context: DraftContext,
  { request, visitor }: { readonly request: FastifyRequest; readonly visitor: Session | undefined },
  draftId: string,
  { phones = false }: { readonly phones?: boolean } = {},
): Promise<Done<Opened>> {
  const { db, regionCode, clock } = context
  const draft = await findDraft(db, regionCode, draftId)
  if (draft === undefined || draft.expiresAt <= clock(regionCode)) return DRAFT_NOT_FOUND
  if (await owns(context, request, visitor, draft))
    return { ok: true, value: { draft, paired: null } }
  if (!phones) return DRAFT_NOT_FOUND
  const pairing = await pairingOf(context, request)
  return pairing?.draftId === draftId
    ? { ok: true, value: { draft, paired: pairing.material } }
    : DRAFT_NOT_FOUND
}

async function owns(
  context: DraftContext,
  request: FastifyRequest,
  visitor: Session | undefined,
  draft: DraftRow,
): Promise<boolean> {
  if (draft.accountId !== null) return visitor?.actor.accountId === draft.accountId
  const browser = browserHashOf(request, context)
  return (
    browser !== undefined &&
    (await browserHolds(context.db, context.regionCode, browser, draft.draftId))
  )
}

/** The same, still to be changed: neither submitted nor on its way. */
export function refuseSettled(draft: DraftRow) {
  return draft.applicationId === null
    ? null
    : refuse(
        'draft-submitted',
        '这份草稿已经提交，不能再修改。需要补充材料的，请在“我的办件”里办理。',
      )
}
