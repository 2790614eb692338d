import type { FastifyInstance, FastifyReply } from 'fastify'
import { shippedMigrations } from 'yichuang:migrations'
import { errorCode } from '../database/database-errors.ts'
import type { HttpContext } from './http-context.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** From now on `/ready` says no, so that a proxy sends nobody here; everything else still answers. */
    readonly announceStop: () => void
  }
}

const APPLIED = 'select count(*)::int as applied from schema_migration'
const NO_RIGHT_YET = '42501'

/** `/health`: the process answers. `/ready`: it is not stopping, the database answers and its schema is this release's. */
export function healthRoutes(http: FastifyInstance, { db }: HttpContext): void {
  let isStopping = false
  http.decorate('announceStop', () => {
    isStopping = true
  })
  const answer = (reply: FastifyReply, status: string) =>
    reply.header('cache-control', 'no-store').send({ status })
  http.get('/health', async (_request, reply) => {
    return await answer(reply, 'ok')
  })
  http.get('/ready', async (_request, reply) => {
    if (isStopping) return await answer(reply.code(503), 'stopping')
    const applied = await countMigrations(db)
    // A database of a later release serves this one as well.
    if (applied < shippedMigrations.length) return await answer(reply.code(503), 'migrating')
    return await answer(reply, 'ready')
  })
}

async function countMigrations(db: HttpContext['db']): Promise<number> {
  try {
    const [row] = await db.query<{ applied: number }>(APPLIED)
    return row?.applied ?? 0
  } catch (error) {
    // Only this release's migration gives the application's role that right.
    if (errorCode(error) === NO_RIGHT_YET) return 0
    throw error
  }
}
