import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const LOOK_EVERY_MS = 100

export type HealthCheckedProxy = {
  readonly base: string
  /** Requests that each server was given, by its port. */
  readonly given: ReadonlyMap<number, number>
  /** One more server; requests come its way once it says that it is ready. */
  readonly add: (port: number) => void
  readonly close: () => Promise<void>
}

/**
 * What HAProxy does between browsers and several servers: asks each for `/ready`, sends requests in turn to those that
 * say yes, keeps connections open. It repeats nothing: a server that drops a request is found out.
 */
export async function healthCheckedProxy(ports: readonly number[]): Promise<HealthCheckedProxy> {
  const agent = new http.Agent({ keepAlive: true })
  const ready = new Set<number>()
  const given = new Map<number, number>()
  const looking: Promise<void>[] = []
  let closed = false
  let turn = 0

  async function look(port: number): Promise<void> {
    while (!closed) {
      const answer = await fetch(`http://127.0.0.1:${port}/ready`, {
        headers: { connection: 'close' },
      }).catch(() => undefined)
      await answer?.body?.cancel()
      if (answer?.status === 200) ready.add(port)
      else ready.delete(port)
      await wait(LOOK_EVERY_MS)
    }
  }

  function pass(request: IncomingMessage, response: ServerResponse): void {
    const standing = [...ready]
    turn += 1
    const port = standing[turn % standing.length]
    if (port === undefined) return void response.writeHead(503).end()
    given.set(port, (given.get(port) ?? 0) + 1)
    const { method = 'GET', url = '/', headers } = request
    const onward = http.request({ host: '127.0.0.1', port, method, path: url, headers, agent })
    onward.once('response', (answer) => {
      const { connection: _hop, ...passed } = answer.headers
      response.writeHead(answer.statusCode ?? 502, passed)
      answer.pipe(response)
      answer.once('error', () => response.destroy())
    })
    onward.once('error', () => {
      if (response.headersSent) response.destroy()
      else response.writeHead(502).end()
    })
    response.once('close', () => onward.destroy())
    request.pipe(onward)
  }

  const server = http.createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const add = (port: number) => void looking.push(look(port))
  for (const port of ports) add(port)
  while (ready.size < ports.length) await wait(20)
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    given,
    add,
    close: async () => {
      closed = true
      await Promise.all(looking)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      agent.destroy()
    },
  }
}
