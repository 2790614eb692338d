import type { Actor } from '../../shared/actor.ts'
import type { Instant, LocalDate } from '../../shared/ids.ts'
import type { ServiceItem } from '../service-item.ts'
import type { CatalogueDraft, DraftContent, LegalDocument } from './catalogue-draft.ts'
import { isSamePerson, personOf, sideOf } from './draft-permissions.ts'
import { draftRefusal } from './draft-refusal.ts'
import type { DraftViolation } from './draft-violations.ts'

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

/** What a draft becomes, or why not. The version moves with every change, so that nobody overwrites what they did not see. */
export function changeDraft(
  draft: CatalogueDraft,
  change: DraftChange,
  { by, at, itemInForce }: DraftCircumstances,
): DraftOutcome {
  const refused = draftRefusal(draft, change, by, itemInForce)
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
      const refused = draftRefusal(draft, probe, by, itemInForce)
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

function withEditor({ editors }: CatalogueDraft, by: Actor): CatalogueDraft['editors'] {
  const person = personOf(by)
  return editors.some((known) => isSamePerson(known, person)) ? editors : [...editors, person]
}
