import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { GuideContent } from '../../../../contract/guide-schema.ts'
import type { DraftStore } from './draft-store.ts'
import type { FindingsStore } from './findings-store.ts'

export type GuideDraft = {
  readonly store: DraftStore<GuideContent>
  readonly findings: FindingsStore
  /** Null: the item has no version in force yet. */
  readonly inForce: GuideContent | null
  readonly readOnly: boolean
}

const Draft = createContext<GuideDraft | null>(null)

export function DraftProvider(props: { draft: GuideDraft; children: ReactNode }) {
  return <Draft value={props.draft}>{props.children}</Draft>
}

export function useGuideDraft(): GuideDraft {
  const draft = useContext(Draft)
  if (draft === null) throw new Error('A part of a guide is drawn only inside its editor')
  return draft
}

/** The value at that path, drawn anew only when it changes, and how it is changed. */
export function usePart<Value>(path: string): readonly [Value, (value: Value) => void] {
  const { store } = useGuideDraft()
  const value = useSyncExternalStore(store.subscribe, () => store.at(path)) as Value
  const set = useCallback((next: Value) => store.set(path, next), [store, path])
  return [value, set]
}

/** The whole of the draft: for what has to be drawn with every change. */
export function useWholeDraft(): GuideContent {
  const { store } = useGuideDraft()
  return useSyncExternalStore(store.subscribe, store.get)
}
