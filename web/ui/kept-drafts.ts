/** What a person typed, kept for this tab and this person only: it survives a reload, never a sign-out. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'yichuang-draft:'

const keyOf = (accountId: string, name: string) => `${PREFIX}${accountId}:${name}`

/** Undefined when nothing was kept, or when it is not what `isDraft` expects (an older release wrote it). */
export function findDraft<Draft>(
  store: DraftStore,
  accountId: string,
  name: string,
  isDraft: (value: unknown) => value is Draft,
): Draft | undefined {
  const kept = store.getItem(keyOf(accountId, name))
  if (kept === null) return undefined
  try {
    const value: unknown = JSON.parse(kept)
    return isDraft(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A full store loses the reload's safety, never the form: the person goes on typing. */
export function keepDraft(
  store: DraftStore,
  accountId: string,
  name: string,
  draft: unknown,
): boolean {
  try {
    store.setItem(keyOf(accountId, name), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(store: DraftStore, accountId: string, name: string): void {
  store.removeItem(keyOf(accountId, name))
}

/** After signing out, or when another person sits down at the same tab (`except` is theirs). */
export function forgetDrafts(store: DraftStore, except?: string): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
  for (const key of keys) {
    const foreign = except === undefined || !key.startsWith(`${PREFIX}${except}:`)
    if (key.startsWith(PREFIX) && foreign) store.removeItem(key)
  }
}
