import type { DraftPatch, Submitted } from '../../../contract/drafts.ts'
import type { DraftContent } from '../../../domain/drafts/draft-content.ts'
import type { Conflict } from './merge-drafts.ts'

/** A draft as this device keeps it: everything typed is here first, and sent when the network lets it. */
export type KeptDraft = {
  readonly draftId: string
  readonly itemId: string
  /** The server's; 0: it has not heard of it. */
  readonly version: number
  /** What the server had at `version`: shows which of two devices changed a field. */
  readonly base: DraftContent
  /** As the person sees it. */
  readonly content: DraftContent
  /** Not sent yet. */
  readonly pending: DraftPatch
  /** Sent and not answered: sent again with the same id until it is. */
  readonly sending: { readonly saveId: string; readonly patch: DraftPatch } | null
  /** When the server last kept it; an instant. */
  readonly savedAt: string | null
  /** Whose it is; null: this browser's. */
  readonly accountId: string | null
  /** Changed here and on another device: nothing is thrown away until the person chooses. */
  readonly conflicts: readonly Conflict[]
  /** Made when the button is first pressed; pressed again it is the same application. */
  readonly submission: { readonly commandId: string; readonly applicationId: string } | null
  readonly submitted: Submitted | null
}

/** Of `localStorage`: what is written there survives a reload in the same moment. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'yichuang.apply.draft:'

export function keptDraft(shelf: Shelf, draftId: string): KeptDraft | undefined {
  try {
    const value: unknown = JSON.parse(shelf.getItem(PREFIX + draftId) ?? 'null')
    return isKept(value) && value.draftId === draftId ? value : undefined
  } catch {
    return undefined
  }
}

/** False where the device has no room: the draft then lives in the page and on the server only. */
export function putDraft(shelf: Shelf, draft: KeptDraft): boolean {
  try {
    shelf.setItem(PREFIX + draft.draftId, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(shelf: Shelf, draftId: string): void {
  shelf.removeItem(PREFIX + draftId)
}

export function keptDrafts(shelf: Shelf): readonly KeptDraft[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '')
  return keys
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => keptDraft(shelf, key.slice(PREFIX.length)))
    .filter((draft) => draft !== undefined)
}

/** The draft of this item to go on with: the one begun last, and not submitted. */
export function keptDraftOf(shelf: Shelf, itemId: string): KeptDraft | undefined {
  return keptDrafts(shelf)
    .filter((draft) => draft.itemId === itemId && draft.submitted === null)
    .toSorted((a, b) => (a.draftId < b.draftId ? 1 : -1))[0]
}

/** After signing out: what the server has of accounts leaves this device; what it has not yet stays, for its owner. */
export function forgetKeptDrafts(shelf: Shelf = localStorage): void {
  for (const draft of keptDrafts(shelf))
    if (draft.accountId !== null && isAllSent(draft)) dropDraft(shelf, draft.draftId)
}

export function isAllSent({ pending, sending, conflicts }: KeptDraft): boolean {
  return sending === null && Object.keys(pending).length === 0 && conflicts.length === 0
}

function isKept(value: unknown): value is KeptDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'draftId' in value &&
    'content' in value &&
    'pending' in value &&
    'base' in value &&
    'conflicts' in value
  )
}
