import type { Actor } from '../../shared/actor.ts'
import type { Instant, LocalDate } from '../../shared/ids.ts'
import type { ServiceItem } from '../service-item.ts'
import {
  type CatalogueDraft,
  CONFIRMING_SIDES,
  type ConfirmingSide,
  type DraftContent,
  type LegalDocument,
} from './catalogue-draft.ts'
import { isSamePerson, mayPublish, mayWrite, personOf, sideOf } from './draft-permissions.ts'
import { type DraftViolation, violation } from './draft-violations.ts'
import { itemViolation } from './item-rules.ts'

export type DraftChange =
  | {
      readonly type: 'edit'
      readonly content: DraftContent
      readonly document: LegalDocument | null
      readonly reason: string
    }
  | { readonly type: 'submit' }
  | { readonly type: 'confirm' }
  | { readonly type: 'return'; readonly reason: string }
  | { readonly type: 'discard' }
  | { readonly type: 'publish'; readonly version: number; readonly effectiveOn: LocalDate }
export type DraftChangeType = DraftChange['type']

export type DraftCircumstances = {
  readonly by: Actor
  readonly at: Instant
  /** The item as it is in force; null: it is not in the list yet. */
  readonly itemInForce: ServiceItem | null
}

export type DraftOutcome =
  | { readonly ok: true; readonly draft: CatalogueDraft }
  | { readonly ok: false; readonly violation: DraftViolation }

/** Characters of a reason that says something. */
const SHORTEST_REASON = 5

/** What a draft becomes, or why not. The version moves with every change, so that nobody overwrites what they did not see. */
export function changeDraft(
  draft: CatalogueDraft,
  change: DraftChange,
  { by, at, itemInForce }: DraftCircumstances,
): DraftOutcome {
  const refused = refusalOf(draft, change, by, itemInForce)
  if (refused !== null) return refused
  const moved = { ...draft, version: draft.version + 1, changedAt: at, changedBy: by.name }
  switch (change.type) {
    case 'edit':
      return {
        ok: true,
        draft: {
          ...moved,
          state: 'editing',
          content: change.content,
          document: change.document,
          reason: change.reason,
          editors: withEditor(draft, by),
          confirmations: [],
        },
      }
    case 'submit':
      return { ok: true, draft: { ...moved, state: 'submitted', returnedBecause: null } }
    case 'confirm': {
      const side = sideOf(by, draft)
      if (!side.ok) return side
      const confirmation = { ...personOf(by), side: side.side, at }
      return {
        ok: true,
        draft: { ...moved, confirmations: [...draft.confirmations, confirmation] },
      }
    }
    case 'return':
      return {
        ok: true,
        draft: {
          ...moved,
          state: 'returned',
          confirmations: [],
          returnedBecause: change.reason,
        },
      }
    case 'discard':
      return { ok: true, draft: { ...moved, state: 'discarded', confirmations: [] } }
    case 'publish': {
      const { version, effectiveOn } = change
      return {
        ok: true,
        draft: { ...moved, state: 'published', published: { version, effectiveOn } },
      }
    }
  }
}

/** Whose word is still missing. */
export function waitsFor({
  confirmations,
}: Pick<CatalogueDraft, 'confirmations'>): ConfirmingSide[] {
  return CONFIRMING_SIDES.filter((side) => !confirmations.some((one) => one.side === side))
}

/** What somebody may do with a draft now, in the order of a desk's buttons. */
export function possibleChanges(
  draft: CatalogueDraft,
  by: Actor,
  itemInForce: ServiceItem | null,
): DraftChangeType[] {
  const probes: readonly DraftChange[] = [
    { type: 'edit', content: draft.content, document: draft.document, reason: draft.reason },
    { type: 'submit' },
    { type: 'confirm' },
    { type: 'return', reason: '材料依据需要补充' },
    { type: 'discard' },
    { type: 'publish', version: 1, effectiveOn: '2020-01-01' as LocalDate },
  ]
  return probes
    .filter((probe) => {
      const refused = refusalOf(draft, probe, by, itemInForce)
      // What is only unfinished is said on pressing the button, not by hiding it.
      return refused === null || (probe.type === 'submit' && isUnfinished(refused.violation))
    })
    .map(({ type }) => type)
}

function isUnfinished({ code }: DraftViolation): boolean {
  return ['reason-missing', 'document-missing', 'handler-missing', 'not-a-status-change'].includes(
    code,
  )
}

type Refused = { readonly ok: false; readonly violation: DraftViolation }

function refusalOf(
  draft: CatalogueDraft,
  change: DraftChange,
  by: Actor,
  itemInForce: ServiceItem | null,
): Refused | null {
  const isClosed = draft.state === 'published' || draft.state === 'discarded'
  switch (change.type) {
    case 'edit':
    case 'discard':
      return mayWrite(by, draft.departmentId) ?? (isClosed ? violation('draft-closed') : null)
    case 'submit':
      return (
        mayWrite(by, draft.departmentId) ??
        (isClosed || draft.state === 'submitted' ? violation('draft-closed') : null) ??
        unfinished(draft, itemInForce)
      )
    case 'confirm':
    case 'return':
      return confirmingRefusal(draft, change, by)
    case 'publish':
      return (
        mayPublish(by, draft.departmentId) ??
        (isClosed ? violation('draft-closed') : null) ??
        (draft.state === 'submitted' && waitsFor(draft).length === 0
          ? null
          : violation('guide-not-confirmed'))
      )
  }
}

function confirmingRefusal(
  draft: CatalogueDraft,
  change: Extract<DraftChange, { type: 'confirm' | 'return' }>,
  by: Actor,
): Refused | null {
  const side = sideOf(by, draft)
  if (!side.ok) return side
  if (draft.state === 'published' || draft.state === 'discarded') return violation('draft-closed')
  if (draft.state !== 'submitted') return violation('draft-not-submitted')
  if (change.type === 'return')
    return change.reason.trim().length < SHORTEST_REASON ? violation('reason-missing') : null
  return draft.confirmations.some((one) => one.side === side.side)
    ? violation('already-confirmed')
    : null
}

function unfinished(draft: CatalogueDraft, itemInForce: ServiceItem | null): Refused | null {
  if (draft.reason.trim().length < SHORTEST_REASON) return violation('reason-missing')
  return draft.content.kind === 'item'
    ? itemViolation(itemInForce, draft.content.item, draft.document)
    : null
}

function withEditor({ editors }: CatalogueDraft, by: Actor): CatalogueDraft['editors'] {
  const person = personOf(by)
  return editors.some((known) => isSamePerson(known, person)) ? editors : [...editors, person]
}
