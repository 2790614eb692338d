import type { FastifyInstance } from 'fastify'
import type { HttpContext } from './http-context.ts'

/** `/health`: the process answers. `/ready`: the database does as well. */
export function healthRoutes(http: FastifyInstance, { db }: HttpContext): void {
  http.get('/health', async (_request, reply) => {
    return await reply.header('cache-control', 'no-store').send({ status: 'ok' })
  })
  http.get('/ready', async (_request, reply) => {
    await db.query('select 1 as ready')
    return await reply.header('cache-control', 'no-store').send({ status: 'ready' })
  })
}
