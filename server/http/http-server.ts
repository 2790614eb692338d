import { existsSync } from 'node:fs'
import path from 'node:path'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Operation } from '../../contract/operation.ts'
import { newId } from '../event-log/chain.ts'
import { answerErrors } from './answer-errors.ts'
import { answerUnreadable } from './answer-unreadable.ts'
import type { HttpContext } from './http-context.ts'
import { speakChinese } from './input-problems.ts'
import { healthRoutes } from './health.ts'
import { openApiRoutes } from './openapi-routes.ts'
import { parseJson } from './parse-json.ts'
import { sendProblem } from './problem.ts'
import { createRateLimit } from './rate-limit.ts'
import { BODY_LIMIT, FILE_LIMIT } from './refusal-of-error.ts'
import { refuseForeignRequests } from './refuse-foreign-requests.ts'
import { refuseOversizedFiles } from './refuse-oversized-files.ts'
import { logAnswers, loggerOptions } from './request-log.ts'
import { guardRoutes } from './route-guard.ts'
import { secureHeaders, secureHeadersOf } from './secure-headers.ts'
import { serveWeb } from './serve-web.ts'

/** Milliseconds a running request gets when the server stops. */
const STOP_WITHIN = 10_000

export type HttpServerOptions = {
  /** The built web; `dist/web` under the working folder by default. Without it only the API answers. */
  readonly webFolder?: string
  /** pino's: `info` by default, `silent` for tests and rehearsals. */
  readonly logLevel?: string
  /** Where log lines go; standard output by default. */
  readonly logTo?: { write(line: string): void }
  /** True when a proxy of ours sets `X-Forwarded-For`. */
  readonly behindProxy?: boolean
  /** Every rate limit is multiplied by it; 0, the default, is none (tests, rehearsals). */
  readonly rateLimit?: number
}

/**
 * The server with everything around the operations. Register them on it, then `listen`; `close` refuses new
 * connections, lets running requests finish and ends the live feeds.
 */
export async function createHttpServer(
  context: HttpContext,
  options: HttpServerOptions = {},
): Promise<FastifyInstance> {
  const {
    webFolder = path.resolve('dist/web'),
    logLevel = 'info',
    logTo,
    behindProxy = false,
    rateLimit = 0,
  } = options
  speakChinese()
  const http = Fastify({
    bodyLimit: BODY_LIMIT,
    logger: { ...loggerOptions(logLevel), ...(logTo && { stream: logTo }) },
    logController: new LogController({ disableRequestLogging: true }),
    // One proxy, the nearest: whatever a client wrote into X-Forwarded-For itself stands before its entry.
    trustProxy: (_address, hop) => behindProxy && hop === 0,
    // Every line that needs it names its request itself: a logger for each would cost more than the line.
    childLoggerFactory: (logger) => logger,
    genReqId: newId,
    routerOptions: { maxParamLength: 200 },
    exposeHeadRoutes: false,
    requestTimeout: 120_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    clientErrorHandler: (error, socket) =>
      answerUnreadable(error, socket, secureHeadersOf(context)),
    frameworkErrors: (_error, _request, reply) => {
      void sendProblem(reply.headers(secureHeadersOf(context)), {
        code: 'malformed-request',
        sentence: '请求地址有误，请检查后重试。',
      })
    },
  })
  guardRoutes(http)
  closeConnectionsAsTheyFallIdle(http)
  http.decorate('operations', [] as Operation[])
  http.decorate('limitRate', createRateLimit(rateLimit))
  http.decorateRequest('visitor', undefined)
  http.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id)
    done()
  })
  logAnswers(http)
  answerErrors(http)
  parseJson(http)
  await http.register(cookie)
  secureHeaders(http, context)
  await http.register(multipart, {
    limits: { fileSize: FILE_LIMIT, files: 1, fields: 10, parts: 12, fieldSize: 64 * 1024 },
    throwFileSizeLimit: true,
  })
  refuseForeignRequests(http)
  refuseOversizedFiles(http)
  healthRoutes(http, context)
  await openApiRoutes(http, context)
  await serveWeb(http, existsSync(path.join(webFolder, 'index.html')) ? webFolder : undefined)
  return http
}

/**
 * A browser keeps its connection for the next request, or opened one that it never used: a stopping server waits for
 * running requests, at most ten seconds, and for nothing else.
 */
function closeConnectionsAsTheyFallIdle(http: FastifyInstance): void {
  http.addHook('preClose', async () => {
    const sweep = setInterval(() => http.server.closeIdleConnections(), 100)
    const end = setTimeout(() => http.server.closeAllConnections(), STOP_WITHIN)
    http.server.once('close', () => {
      clearInterval(sweep)
      clearTimeout(end)
    })
    sweep.unref()
    end.unref()
    await Promise.resolve()
  })
}
