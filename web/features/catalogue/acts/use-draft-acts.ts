import {
  confirmDraft,
  discardDraft,
  publishDraft,
  returnDraft,
  submitDraft,
  type DraftView,
} from '../../../../contract/catalogue-editing.ts'
import { call } from '../../../api/call.ts'
import { useCatalogueAct } from '../use-catalogue-act.ts'

export type ActDialog = { readonly draft: DraftView; readonly onClose: () => void }

const of = (draft: DraftView, commandId: string) => ({
  params: { draftId: draft.draftId },
  body: { commandId, expectedVersion: draft.version },
})

export function useSubmit() {
  return useCatalogueAct((draft: DraftView, commandId) => call(submitDraft, of(draft, commandId)))
}

export function useConfirm() {
  return useCatalogueAct((draft: DraftView, commandId) => call(confirmDraft, of(draft, commandId)))
}

export function useDiscard() {
  return useCatalogueAct((draft: DraftView, commandId) => call(discardDraft, of(draft, commandId)))
}

export function useReturn() {
  return useCatalogueAct(
    ({ draft, reason }: { draft: DraftView; reason: string }, commandId: string) => {
      const { params, body } = of(draft, commandId)
      return call(returnDraft, { params, body: { ...body, reason } })
    },
  )
}

export function usePublish() {
  return useCatalogueAct(
    ({ draft, effectiveOn }: { draft: DraftView; effectiveOn: string }, commandId: string) => {
      const { params, body } = of(draft, commandId)
      return call(publishDraft, { params, body: { ...body, effectiveOn } })
    },
  )
}
