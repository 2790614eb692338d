import {
  isForEverybody,
  isHashedAsset,
  isPublicAnswer,
  isPublicPage,
  isWindow,
} from './may-be-kept.ts'

// The worker of the installed portal. Network first for all that changes, so that nobody reads an old guide while there
// is a network; the device's copy only without one. A new version takes over when the last page of the old one is closed.

type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Extendable & {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
type Told = Extendable & { readonly data: unknown }
type Worker = {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: Told) => void): void
  readonly clients: { claim(): Promise<void> }
  readonly location: Location
}
/** Written in when the web is built: a name for this build, and the files of its shell. */
declare const YICHUANG_BUILD: string
declare const YICHUANG_SHELL: readonly string[]
/** Files of the window, of kiosk and screens: kept where they run, and nowhere else. */
declare const YICHUANG_WINDOW: readonly string[]
declare const YICHUANG_DEVICES: readonly string[]

const worker = globalThis as unknown as Worker
const SHELL = `yichuang-shell-${YICHUANG_BUILD}`
const GUIDES = 'yichuang-guides-1'
const PAGE = '/'
/** Pages of their own policy: beside them stand devices that they may speak to (server/http/serve-web.ts). */
const WINDOW = '/window'
const KIOSK = '/kiosk'
/** All 75 guides with their forms, and the lists. */
const MOST_GUIDES = 200

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([PAGE, ...YICHUANG_SHELL])))
})

worker.addEventListener('message', (event) => {
  if (event.data === 'keep-window') event.waitUntil(keepPlace(YICHUANG_WINDOW, WINDOW))
  if (event.data === 'keep-devices') event.waitUntil(keepPlace(YICHUANG_DEVICES, KIOSK))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldBuilds().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (isHashedAsset(url.pathname)) event.respondWith(keptAsset(request))
  else if (request.mode === 'navigate' && (isPublicPage(url.pathname) || isWindow(url.pathname)))
    event.respondWith(fetch(request).catch(() => keptPage(url.pathname)))
  else if (isPublicAnswer(url.pathname)) event.respondWith(newestAnswer(event))
})

async function keptAsset(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const cache = await caches.open(SHELL)
    await cache.put(request, answer.clone())
  }
  return answer
}

async function newestAnswer(event: Fetching): Promise<Response> {
  const { request } = event
  try {
    const answer = await fetch(request)
    if (isForEverybody(answer)) event.waitUntil(keep(request, answer.clone()))
    return answer
  } catch {
    return undated(await keptOrFail(GUIDES, request))
  }
}

/** An old answer says an old time, and pages take the server's time from its answers. */
function undated(answer: Response): Response {
  if (answer.type === 'error') return answer
  const headers = new Headers(answer.headers)
  headers.delete('date')
  return new Response(answer.body, { status: answer.status, headers })
}

async function keepPlace(files: readonly string[], page: string): Promise<void> {
  const cache = await caches.open(SHELL)
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll(files.filter((file) => !kept.has(file)))
  const answer = await fetch(page, { headers: { accept: 'text/html' } })
  if (answer.ok) await cache.put(page, answer)
}

/** Every place is the same page, under the policy of its own address. */
async function keptPage(pathname: string): Promise<Response> {
  const own = isWindow(pathname) ? WINDOW : pathname.startsWith(KIOSK) ? KIOSK : PAGE
  const cache = await caches.open(SHELL)
  return (await cache.match(own)) ?? (await keptOrFail(SHELL, PAGE))
}

async function keep(request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(GUIDES)
  await cache.put(request, answer)
  const keys = await cache.keys()
  await Promise.all(
    keys.slice(0, Math.max(0, keys.length - MOST_GUIDES)).map((key) => cache.delete(key)),
  )
}

async function keptOrFail(cacheName: string, request: Request | string): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(request)) ?? Response.error()
}

async function forgetOldBuilds(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith('yichuang-') && name !== SHELL && name !== GUIDES)
      .map((name) => caches.delete(name)),
  )
}
