import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { liveFeed } from '../../contract/live.ts'
import type { HttpContext } from '../http/http-context.ts'
import { registerOperation } from '../http/register-operation.ts'
import { sessionCookieOf } from '../http/session-cookie.ts'
import type { LiveHub } from './live-hub.ts'
import { streamListener } from './stream-listener.ts'

const CURSOR = /^\d{1,18}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-\d{1,9}$/

/** `/api/live` as server-sent events, from `Last-Event-ID` or `after`, else from now. */
export function liveRoutes(http: FastifyInstance, context: HttpContext, hub: LiveHub): void {
  // Before the server waits for open requests to finish, which these never do.
  http.addHook('preClose', async () => {
    hub.close()
    await Promise.resolve()
  })

  registerOperation(http, context, liveFeed, async ({ session, query, request, reply }) => {
    const after = [request.headers['last-event-id'], query.after].find(
      (cursor): cursor is string => typeof cursor === 'string' && CURSOR.test(cursor),
    )
    const cookie = sessionCookieOf(request, context) ?? ''
    const stream = openStream(reply)
    const listener = streamListener(
      stream,
      session,
      async () => await context.sessions.peek(cookie),
    )
    const { cursor, stop } = await hub.listen(session.regionCode, after, listener).catch(() => {
      // The head is sent already: the reader comes back when the database does.
      stream.destroy()
      return { cursor: '', stop: () => undefined }
    })
    stream.once('close', stop)
    // Signed out between the question and the answer.
    listener.recheck?.(session.actor.accountId)
    if (stream.destroyed) stop()
    else if (after === undefined) stream.write(`id: ${cursor}\n\n`)
    return { ok: true, hijacked: true }
  })
}

function openStream(reply: FastifyReply): ServerResponse {
  reply.hijack()
  const stream = reply.raw
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) stream.setHeader(name, value)
  // Ended by its connection, the stream needs no chunks: a message is one write.
  stream.useChunkedEncodingByDefault = false
  stream.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // When the feed ends, so does its connection: a stopping server waits for nobody.
    connection: 'close',
  })
  stream.on('error', () => stream.destroy())
  stream.write('retry: 2000\n\n')
  return stream
}
