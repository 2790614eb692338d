/** Who signed in last on this device, so that a public page can point to their place without asking the server. No secret: the session is a cookie no script reads. */
export type KnownVisitor = { readonly name: string; readonly home: string }

const KEY = 'yichuang.visitor'

export function knownVisitor(): KnownVisitor | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return isVisitor(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

export function rememberVisitor(visitor: KnownVisitor | undefined): void {
  if (visitor === undefined) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, JSON.stringify({ name: visitor.name, home: visitor.home }))
}

function isVisitor(kept: unknown): kept is KnownVisitor {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'name' in kept &&
    typeof kept.name === 'string' &&
    'home' in kept &&
    typeof kept.home === 'string' &&
    kept.home.startsWith('/')
  )
}
