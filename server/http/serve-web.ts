import { readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { newNonce, NONCE_PLACE, pagePolicy, WORKER_POLICY } from './content-policy.ts'
import { PAINTED_FILE, paintPage, readPaintedPages } from './first-paint.ts'
import { sendProblem } from './problem.ts'

const HASHED_ASSET = /[/\\]assets[/\\]/
const WORKER = '/sw.js'
/** What the page loads ahead for the public side (scripts/web-build/installed-portal.ts), and who has no use for it. */
const PUBLIC_ALONE = /<!--public-->[\s\S]*?<!--\/public-->/
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
  const page =
    webFolder === undefined ? '' : readFileSync(path.join(webFolder, 'index.html'), 'utf8')
  const staffPage = page.replace(PUBLIC_ALONE, '')
  const painted = webFolder === undefined ? {} : readPaintedPages(webFolder)
  if (webFolder !== undefined) {
    await http.register(fastifyStatic, {
      root: webFolder,
      cacheControl: false,
      preCompressed: true,
      // The page goes out with a nonce of its own each time, never as the file it is.
      index: false,
      allowedPath: (file) =>
        file !== '/index.html' && file !== `/${PAINTED_FILE}` && !/\/(\.|$)/.test(file),
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
      const nonce = newNonce()
      const policy = pagePolicy(nonce, { devices: DEVICE_PLACE.test(request.url) })
      return reply
        .code(200)
        .headers({ 'cache-control': 'no-cache', 'content-security-policy': policy })
        .type('text/html; charset=utf-8')
        .send(
          (STAFF_PLACE.test(request.url)
            ? staffPage
            : paintPage(page, painted, request)
          ).replaceAll(NONCE_PLACE, nonce),
        )
    }
    return sendProblem(reply, {
      code: 'not-found',
      sentence: '没有这个地址，请检查链接是否完整。',
    })
  })
}
