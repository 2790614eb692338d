import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyRequest } from 'fastify'

/** Written by the build of the web beside index.html (scripts/web-build/painted-pages.ts). */
export const PAINTED_FILE = 'first-paint.json'

/** Of one kind of page: the files it loads ahead, and how it stands before its data has come. */
type Painted = { readonly head: string; readonly root: string }
type PaintedPages = Readonly<Partial<Record<'home' | 'items' | 'guide' | 'apply', Painted>>>

const EMPTY_ROOT = '<div id="root"></div>'
const ONE_ITEM = /^\/(items|apply)\/([a-z\d-]{1,40})\/?$/
const SESSION = /^(?:__Host-)?yichuang$/
/** web/portal/own-look.ts */
const OWN_LOOK = /^yichuang-look-/

export function readPaintedPages(webFolder: string): PaintedPages {
  const file = path.join(webFolder, PAINTED_FILE)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PaintedPages) : {}
}

/**
 * The public page with what its address needs: its files and its data are asked for at once, and it is seen before any
 * script runs. Its look is painted for who comes without a session and has chosen no other; the worker, which keeps one
 * page for all addresses, gets it empty.
 */
export function paintPage(page: string, pages: PaintedPages, request: FastifyRequest): string {
  const ofVisitor = page.replace('<html ', '<html class="public" ')
  if (request.headers['sec-fetch-mode'] !== 'navigate') return ofVisitor
  const { painted, data } = paintedFor(pages, request.url.split('?')[0] ?? '/')
  const cookies = Object.keys(request.cookies)
  const hasSession = cookies.some((name) => SESSION.test(name))
  const isPainted = !hasSession && !cookies.some((name) => OWN_LOOK.test(name))
  const root = isPainted ? (painted?.root ?? '') : ''
  const session = isKnownStranger(request, hasSession) ? ' data-session="none"' : ''
  return ofVisitor
    .replace('</head>', () => `${data}${painted?.head ?? ''}</head>`)
    .replace(EMPTY_ROOT, () => `<div id="root"${session}>${root}</div>`)
}

/** Coming from another site the strict cookie of a session stays at home: then nothing is known. */
function isKnownStranger({ headers }: FastifyRequest, hasSession: boolean): boolean {
  const from = headers['sec-fetch-site']
  return !hasSession && (from === 'none' || from === 'same-origin')
}

function paintedFor(pages: PaintedPages, pathname: string) {
  if (pathname === '/') return { painted: pages.home, data: dataAhead('/api/items') }
  if (/^\/items\/?$/.test(pathname)) return { painted: pages.items, data: dataAhead('/api/items') }
  const [, place, itemId] = ONE_ITEM.exec(pathname) ?? []
  if (itemId === undefined) return { painted: undefined, data: '' }
  return {
    painted: place === 'items' ? pages.guide : pages.apply,
    data: dataAhead(`/api/items/${itemId}`),
  }
}

/** A browser takes what it has asked for ahead only for a request that looks the same (web/api/call.ts). */
function dataAhead(address: string): string {
  return `<link rel="preload" as="fetch" fetchpriority="low" crossorigin="anonymous" href="${address}">`
}
