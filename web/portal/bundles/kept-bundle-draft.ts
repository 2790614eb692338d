import type { BundleDraft } from './bundle-draft.ts'

const PREFIX = 'yichuang.bundle:'

/** The draft kept here for this visitor; somebody else's stays for its owner, unseen. */
export function keptBundleDraft(bundleId: string, accountId: string | null): BundleDraft | null {
  const key = keyOf(bundleId)
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (!isDraft(kept) || kept.bundleId !== bundleId) return null
    return kept.accountId === null || kept.accountId === accountId ? kept : null
  } catch {
    return null
  }
}

/** A full device goes on with what the page holds. */
export function keepBundleDraft(draft: BundleDraft): void {
  try {
    localStorage.setItem(keyOf(draft.bundleId), JSON.stringify(draft))
  } catch {
    // Typed text stays in the page.
  }
}

/** After signing out: what was typed under an account leaves this device. */
export function forgetBundleDrafts(): void {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
  for (const key of keys)
    if (key.startsWith(PREFIX) && !(localStorage.getItem(key) ?? '').includes('"accountId":null'))
      localStorage.removeItem(key)
}

const keyOf = (bundleId: string) => `${PREFIX}${bundleId}`

function isDraft(kept: unknown): kept is BundleDraft {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'bundleId' in kept &&
    'choices' in kept &&
    'answers' in kept &&
    'bundleCaseId' in kept &&
    'filesId' in kept &&
    'arrived' in kept &&
    'accountId' in kept
  )
}
