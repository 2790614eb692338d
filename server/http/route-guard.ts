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

export type MountedRoute = { readonly method: string; readonly url: string }

declare module 'fastify' {
  interface FastifyInstance {
    /** Everything that answers, operations and pages alike: what the permission table is held against. */
    readonly mountedRoutes: readonly MountedRoute[]
  }
}

/** A route that no operation stands behind would be open to everyone: the server does not start with one. */
export function guardRoutes(http: FastifyInstance): void {
  const mounted: MountedRoute[] = []
  http.decorate('mountedRoutes', mounted)
  http.addHook('onRoute', ({ url, method, config }) => {
    for (const one of [method].flat()) mounted.push({ method: one, url })
    if (config?.operation !== undefined || OPEN_ROUTES.includes(url)) return
    throw new Error(`Route ${String(method)} ${url} was not registered through registerOperation`)
  })
}
