import type { Actor } from '../../shared/actor.ts'
import type { ServiceItem } from '../service-item.ts'
import { type CatalogueDraft, CONFIRMING_SIDES, type ConfirmingSide } from './catalogue-draft.ts'
import type { DraftChange } from './change-draft.ts'
import { mayPublish, mayWrite, sideOf } from './draft-permissions.ts'
import { type DraftViolation, violation } from './draft-violations.ts'
import { itemViolation } from './item-rules.ts'

type Refused = { readonly ok: false; readonly violation: DraftViolation }

/** Characters of a reason that says something. */
const SHORTEST_REASON = 5

/** Why somebody may not do that to a draft as it stands; the person comes first, then the draft. */
export function draftRefusal(
  draft: CatalogueDraft,
  change: DraftChange,
  by: Actor,
  itemInForce: ServiceItem | null,
): Refused | null {
  switch (change.type) {
    case 'edit':
    case 'discard':
      return mayWrite(by, draft.departmentId) ?? refusalOfClosed(draft)
    case 'submit':
      return (
        mayWrite(by, draft.departmentId) ??
        refusalOfClosed(draft) ??
        refusalToSubmit(draft, itemInForce)
      )
    case 'confirm':
    case 'return':
      return refusalToConfirm(draft, change, by)
    case 'publish':
      return (
        mayPublish(by, draft.departmentId) ?? refusalOfClosed(draft) ?? refusalOfUnconfirmed(draft)
      )
  }
}

/** Whose word is still missing. */
export function waitsFor({
  confirmations,
}: Pick<CatalogueDraft, 'confirmations'>): ConfirmingSide[] {
  return CONFIRMING_SIDES.filter((side) => !confirmations.some((one) => one.side === side))
}

function refusalOfClosed({ state }: CatalogueDraft): Refused | null {
  return state === 'published' || state === 'discarded' ? violation('draft-closed') : null
}

function refusalOfUnconfirmed(draft: CatalogueDraft): Refused | null {
  const isConfirmed = draft.state === 'submitted' && waitsFor(draft).length === 0
  return isConfirmed ? null : violation('guide-not-confirmed')
}

function refusalToConfirm(
  draft: CatalogueDraft,
  change: Extract<DraftChange, { type: 'confirm' | 'return' }>,
  by: Actor,
): Refused | null {
  const side = sideOf(by, draft)
  if (!side.ok) return side
  const closed = refusalOfClosed(draft)
  if (closed !== null) return closed
  if (draft.state !== 'submitted') return violation('draft-not-submitted')
  if (change.type === 'return')
    return change.reason.trim().length < SHORTEST_REASON ? violation('reason-missing') : null
  return draft.confirmations.some((one) => one.side === side.side)
    ? violation('already-confirmed')
    : null
}

function refusalToSubmit(draft: CatalogueDraft, itemInForce: ServiceItem | null): Refused | null {
  if (draft.state === 'submitted') return violation('draft-closed')
  if (draft.reason.trim().length < SHORTEST_REASON) return violation('reason-missing')
  return draft.content.kind === 'item'
    ? itemViolation(itemInForce, draft.content.item, draft.document)
    : null
}
