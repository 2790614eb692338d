import { useCallback, useState } from 'react'
import { newBundleDraft, type BundleDraft } from './bundle-draft.ts'
import { keepBundleDraft, keptBundleDraft } from './kept-bundle-draft.ts'

export type DraftChange = (
  change: Partial<BundleDraft> | ((now: BundleDraft) => Partial<BundleDraft>),
) => void

/** What is typed for one bundle, kept on this device with every letter. */
export function useBundleDraft(
  bundleId: string,
  accountId: string | null,
  /** A guide begins anew after what was sent in; the page of applying still shows its numbers. */
  { showsReceived = false }: { readonly showsReceived?: boolean } = {},
): readonly [BundleDraft, DraftChange, () => void] {
  const [draft, setDraft] = useState(() => {
    const empty = newBundleDraft(bundleId, accountId)
    // What an older release kept lacks what came since.
    const kept = { ...empty, ...keptBundleDraft(bundleId, accountId) }
    return kept.received !== null && !showsReceived
      ? empty
      : { ...kept, accountId: kept.accountId ?? accountId }
  })
  const change: DraftChange = useCallback((given) => {
    setDraft((now) => {
      const next = { ...now, ...(typeof given === 'function' ? given(now) : given) }
      keepBundleDraft(next)
      return next
    })
  }, [])
  const restart = useCallback(() => {
    const next = newBundleDraft(bundleId, accountId)
    keepBundleDraft(next)
    setDraft(next)
  }, [bundleId, accountId])
  return [draft, change, restart]
}
