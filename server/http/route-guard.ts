import type { FastifyInstance } from 'fastify'

/** Pages and probes that are no operations: files of the web, the API's description, health. */
const OPEN_ROUTES: readonly string[] = [
  '/health',
  '/ready',
  '/api/openapi.json',
  '/docs',
  '/docs/',
  '/docs/setup.js',
  '/docs/*',
  '/*',
]

/** A route that no operation stands behind would be open to everyone: the server does not start with one. */
export function guardRoutes(http: FastifyInstance): void {
  http.addHook('onRoute', ({ url, method, config }) => {
    if (config?.operation !== undefined || OPEN_ROUTES.includes(url)) return
    throw new Error(`Route ${String(method)} ${url} was not registered through registerOperation`)
  })
}
