import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RequestRefused } from './refusal.ts'

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS']
const VIRTUAL_CLOCK = 'x-virtual-clock'
const EMPTY = { host: '', protocol: 'http:' }
const CLOCK_QUERIES: readonly string[] = [VIRTUAL_CLOCK, 'virtual-clock', 'virtualClock']

/**
 * Refuses what another site makes a browser send, beside the SameSite cookie: an unsafe request must be JSON or carry
 * `x-yichuang: 1` (neither can be sent across sites without a preflight) and must not name another origin.
 * Refuses a virtual clock: only a rehearsal has one, and never through a request.
 */
export function refuseForeignRequests(http: FastifyInstance): void {
  http.addHook('onRequest', async (request) => {
    if (asksForVirtualClock(request)) {
      throw new RequestRefused({
        code: 'virtual-clock-forbidden',
        sentence: '正式系统只用真实时间，不接受虚拟时钟。演练请使用演练程序。',
      })
    }
    if (SAFE_METHODS.includes(request.method)) return
    if (isSameOrigin(request) && isPreflighted(request)) return
    throw new RequestRefused({
      code: 'cross-site-request',
      sentence:
        '请求不是由本系统页面发出的，已被拒绝。请在本系统页面内操作；程序调用请提交 JSON 或者加上请求头 x-yichuang: 1。',
    })
  })
}

function asksForVirtualClock({ headers, query }: FastifyRequest): boolean {
  if (headers[VIRTUAL_CLOCK] !== undefined) return true
  return Object.keys(query as object).some((name) => CLOCK_QUERIES.includes(name))
}

function isSameOrigin({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (origin === undefined) return true
  // Behind a proxy that ends TLS the scheme differs, the host does not.
  const { host: from, protocol } = URL.canParse(origin) ? new URL(origin) : EMPTY
  const here = `${protocol}//${host ?? ''}`
  return from !== '' && URL.canParse(here) && new URL(here).host === from
}

function isPreflighted({ headers }: FastifyRequest): boolean {
  return (
    headers['x-yichuang'] === '1' || /^application\/json\b/i.test(headers['content-type'] ?? '')
  )
}
