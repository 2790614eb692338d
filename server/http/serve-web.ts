import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newNonce, NONCE_PLACE, pagePolicy, WORKER_POLICY } from './content-policy.ts'
import { PAINTED_FILE, paintPage, readPaintedPages } from './first-paint.ts'
import { sendProblem } from './problem.ts'

const HASHED_ASSET = /[/\\]assets[/\\]/
const WORKER = '/sw.js'
const PUBLIC_PAGE = 'index.html'
const STAFF_PAGE = 'staff.html'
/** Never sent as the files they are: a page goes out with a nonce of its own each time. */
const INWARD: ReadonlySet<string> = new Set([
  PUBLIC_PAGE,
  STAFF_PAGE,
  PAINTED_FILE,
  'window-shell.json',
])
const STAFF_PLACE =
  /^\/(?:home|window|desk|seal|seal-register|supervision|search|admin|applications|enquiries|catalogue|hall(?!\/(?:screen|window|evaluator)(?:[/?]|$)))(?:[/?]|$)/

/**
 * Pages that devices stand beside, and those from which a person gets to them without a new page being loaded: a page
 * keeps the policy that it was loaded with.
 */
const DEVICE_PLACE = /^\/(?:home|window|search|applications|enquiries|kiosk|hall)(?:[/?]|$)/

/** The built web with its routes (every unknown page is the app's); an unknown address of the API is a problem. */
export async function serveWeb(
  http: FastifyInstance,
  webFolder: string | undefined,
): Promise<void> {
  const read = (name: string) =>
    webFolder === undefined ? '' : readFileSync(path.join(webFolder, name), 'utf8')
  const [page, staffPage] = [read(PUBLIC_PAGE), read(STAFF_PAGE)]
  const painted = webFolder === undefined ? {} : readPaintedPages(webFolder)
  if (webFolder !== undefined) {
    await http.register(fastifyStatic, {
      root: webFolder,
      cacheControl: false,
      preCompressed: true,
      index: false,
      allowedPath: (file) => !INWARD.has(file.slice(1)) && !/\/(\.|$)/.test(file),
      setHeaders: (response, file) => {
        const forever = HASHED_ASSET.test(file)
        response.setHeader(
          'cache-control',
          forever ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  http.addHook('onRequest', (request, reply, done) => {
    if (request.url === WORKER) void reply.header('content-security-policy', WORKER_POLICY)
    done()
  })
  http.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.url === '/' || request.headers.accept?.includes('text/html') === true)
    if (page !== '' && isPage) {
      const isStaff = STAFF_PLACE.test(request.url)
      return sendPage(request, reply, isStaff ? staffPage : paintPage(page, painted, request))
    }
    return sendProblem(reply, {
      code: 'not-found',
      sentence: '没有这个地址，请检查链接是否完整。',
    })
  })
}

/** With a nonce of its own, and packed: the first answer to a phone is to fit into the first packets of its line. */
function sendPage(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  const nonce = newNonce()
  const text = page.replaceAll(NONCE_PLACE, nonce)
  void reply
    .code(200)
    .headers({
      'cache-control': 'no-cache',
      'content-security-policy': pagePolicy(nonce, { devices: DEVICE_PLACE.test(request.url) }),
      vary: 'accept-encoding',
    })
    .type('text/html; charset=utf-8')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(text)
  return reply.header('content-encoding', 'gzip').send(gzipSync(text))
}
