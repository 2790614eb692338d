import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { getDraft, saveDraft, type DraftView } from '../../../../contract/catalogue-editing.ts'
import type { GuideContent } from '../../../../contract/guide-schema.ts'
import { ItemContent, LegalDocument } from '../../../../contract/item-schema.ts'
import { codeFaults } from '../../../../domain/catalogue/item-codes.ts'
import { call } from '../../../api/call.ts'
import { draftQuery } from '../catalogue-queries.ts'
import type { Saved } from './draft-saver.ts'
import { missingIn, withoutEmptyLines } from './sendable-guide.ts'
import { useAutosave, type Editing } from './use-autosave.ts'

/** A guide's draft being edited. */
export function useGuideEditing(draft: DraftView, guide: GuideContent): Editing<GuideContent> {
  const params = { draftId: draft.draftId }
  // Reason and document go with every saving: what the submission wrote must stay.
  const last = useRef<Pick<DraftView, 'document' | 'reason'>>(draft)
  const take = useTake()
  const taken = (view: DraftView): Saved<GuideContent> => {
    last.current = view
    take(view)
    return { version: view.version, content: view.guide ?? guide }
  }
  return useAutosave<GuideContent>({
    name: `catalogue/${draft.draftId}`,
    start: { version: draft.version, content: guide },
    sendable: (content) => (missingIn(content).length > 0 ? null : withoutEmptyLines(content)),
    send: async (content, expectedVersion, commandId) =>
      taken(
        await call(saveDraft, {
          params,
          body: {
            commandId,
            expectedVersion,
            guide: content,
            document: last.current.document,
            reason: last.current.reason,
          },
        }),
      ),
    read: async () => taken(await call(getDraft, { params })),
  })
}

/** What was saved is what every other view of the draft shows. */
function useTake(): (view: DraftView) => void {
  const queries = useQueryClient()
  return (view) => {
    queries.setQueryData(draftQuery(view.draftId).queryKey, view)
  }
}

/** What an item's draft holds: the item, and what its change rests on. */
export type ItemDraft = {
  readonly item: ItemContent
  readonly document: LegalDocument
  readonly reason: string
}
export const NO_DOCUMENT: LegalDocument = { name: '', number: '', issuedOn: '' }

/** An item's draft being edited. */
export function useItemEditing(draft: DraftView, item: ItemContent): Editing<ItemDraft> {
  const params = { draftId: draft.draftId }
  const take = useTake()
  const savedOf = (view: DraftView): Saved<ItemDraft> => ({
    version: view.version,
    content: {
      item: view.item ?? item,
      document: view.document ?? NO_DOCUMENT,
      reason: view.reason,
    },
  })
  return useAutosave<ItemDraft>({
    name: `catalogue/${draft.draftId}`,
    start: savedOf(draft),
    sendable: (content) =>
      isSound(content.item) && documentOf(content.document) !== undefined ? content : null,
    send: async ({ item: written, document, reason }, expectedVersion, commandId) => {
      const body = {
        commandId,
        expectedVersion,
        item: written,
        document: documentOf(document) ?? null,
        reason,
      }
      const view = await call(saveDraft, { params, body })
      take(view)
      return savedOf(view)
    },
    read: async () => savedOf(await call(getDraft, { params })),
  })
}

function isSound(item: ItemContent): boolean {
  const read = ItemContent.safeParse(item)
  return read.success && codeFaults(read.data).length === 0
}

/** Null: none is named; undefined: it is named in part. */
function documentOf(document: LegalDocument): LegalDocument | null | undefined {
  if (isEmpty(document)) return null
  const read = LegalDocument.safeParse(document)
  return read.success ? read.data : undefined
}

function isEmpty({ name, number, issuedOn }: LegalDocument): boolean {
  return name === '' && number === '' && issuedOn === ''
}
