import type { FastifyInstance } from 'fastify'
import { type HallBoard, hallBoard, hallFeed } from '../../contract/hall.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { HallContext } from './hall-context.ts'

/** What everybody may see: numbers and windows, and that they changed. */
export function feedRoutes(
  server: FastifyInstance,
  { http, hub, store }: Pick<HallContext, 'http' | 'hub' | 'store'>,
  board: (regionCode: number) => Promise<HallBoard>,
): void {
  const { regionCode } = http
  // Before the server waits for open requests to finish, which these never do.
  server.addHook('preClose', async () => {
    hub.close()
    await Promise.resolve()
  })
  registerOperation(server, http, hallBoard, async () => {
    const now = await board(regionCode)
    return { ok: true, derivedFrom: [now], value: () => now }
  })
  registerOperation(server, http, hallFeed, async ({ request, reply }) => {
    const state = await store.look(regionCode)
    const stream = reply.raw
    // Joins and begins in one go: what changes from here on is told after the head.
    if (!hub.join(stream, request.ip, state))
      return refuse('too-many-attempts', '同时连接的屏幕太多，请稍后再试。', {
        retryAfterSeconds: 30,
      })
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) stream.setHeader(name, value)
    // Ended by its connection, the stream needs no chunks: a message is one write.
    stream.useChunkedEncodingByDefault = false
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    })
    stream.on('error', () => stream.destroy())
    stream.write(
      `retry: 2000\n\ndata: ${JSON.stringify({ revision: state.revision, call: null })}\n\n`,
    )
    return { ok: true, hijacked: true }
  })
}
