/** Where a link of a borrowed page leads on a kiosk: on inside it, to paper, or to the person's own phone. Null: as written. */
export type Way =
  | { readonly to: 'kiosk'; readonly address: string }
  | { readonly to: 'paper'; readonly address: string }
  | { readonly to: 'phone'; readonly address: string }

/** Pages of the portal that the kiosk shows in its own frame. */
const BORROWED: readonly (readonly [RegExp, string])[] = [
  [/^\/$/, '/kiosk'],
  [/^\/items$/, '/kiosk/items'],
  [/^\/items\/([^/]+)$/, '/kiosk/items/$1'],
  [/^\/apply\/([^/]+)$/, '/kiosk/apply/$1'],
  [/^\/resume$/, '/kiosk/resume'],
  [/^\/progress$/, '/kiosk/progress'],
  [/^\/enquiry$/, '/kiosk/enquiry'],
  [/^\/sign-in$/, '/kiosk/sign-in'],
  [/^\/rate\/([^/]+)$/, '/kiosk/rate/$1'],
  [/^\/my$/, '/kiosk/my'],
  [/^\/my\/applications\/([^/]+)$/, '/kiosk/applications/$1'],
]
const PAPER = /^\/api\/.+(?:\.pdf|\/pdf)$/

/** `href` as the page wrote it, `here` the address of the page. */
export function wayOf(href: string, here: string): Way | null {
  const url = new URL(href, here)
  const own = new URL(here)
  if (url.origin !== own.origin) return { to: 'phone', address: url.href }
  if (url.pathname === own.pathname && url.hash !== '') return null
  if (/^\/kiosk(\/|$)/.test(url.pathname)) return null
  if (PAPER.test(url.pathname)) return { to: 'paper', address: url.pathname + url.search }
  const found = BORROWED.find(([path]) => path.test(url.pathname))
  if (found === undefined) return { to: 'phone', address: url.href }
  const next = url.searchParams.get('next')
  if (next !== null) {
    const way = wayOf(next, here)
    url.searchParams.set('next', way?.to === 'kiosk' ? way.address : next)
  }
  return {
    to: 'kiosk',
    address: url.pathname.replace(found[0], found[1]) + url.search + url.hash,
  }
}
