// What of the public side may lie on a device: asked of every request, so it is short and says no by default.

/** Answers of the API that are the same for everybody; anything else is never kept. */
const PUBLIC_ANSWERS = [
  /^\/api\/items$/,
  /^\/api\/items\/[^/]+$/,
  /^\/api\/items\/[^/]+\/form$/,
  /^\/api\/calendar$/,
  /^\/api\/catalogue\/changes$/,
]
/** Pages of the public side: whatever else there is, it needs the server. */
const PUBLIC_PAGES =
  /^\/($|(items|apply|resume|my|progress|changes|verify|enquiry|kiosk|ticket|hall\/screen|hall\/window)(\/|$))/

export function isPublicAnswer(pathname: string): boolean {
  return PUBLIC_ANSWERS.some((answer) => answer.test(pathname))
}

/** The server says itself what everybody may keep. */
export function isForEverybody(response: Pick<Response, 'ok' | 'headers'>): boolean {
  return response.ok && /\bpublic\b/.test(response.headers.get('cache-control') ?? '')
}

/** The one staff place that goes on while the server is out of reach: its shell alone is kept, nothing of anybody. */
export function isWindow(pathname: string): boolean {
  return /^\/window\/?$/.test(pathname)
}

export function isPublicPage(pathname: string): boolean {
  return PUBLIC_PAGES.test(pathname)
}

export function isHashedAsset(pathname: string): boolean {
  return pathname.startsWith('/assets/')
}
