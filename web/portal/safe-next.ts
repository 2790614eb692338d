/** Where to go after signing in: an address of this site only, never another site's. */
export function safeNext(search: string, home: string): string {
  const next = new URLSearchParams(search).get('next')
  if (next === null || !/^\/(?![/\\])/.test(next) || next.startsWith('/sign-in')) return home
  return next
}
