import type { FastifyInstance } from 'fastify'

/**
 * The first step of a stop behind a proxy: the server goes on answering, but from `begin` on every answer asks for its
 * connection to be closed, so that none is left by which a request could arrive at the moment of the end.
 */
export function closingConnections(http: FastifyInstance): { readonly begin: () => void } {
  let closing = false
  http.addHook('onRequest', async (_request, reply) => {
    if (closing) void reply.header('connection', 'close')
    await Promise.resolve()
  })
  return {
    begin: () => {
      closing = true
    },
  }
}
