import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type MetricsServer = { readonly port: number; readonly close: () => Promise<void> }

type Source = { readonly contentType: string; readonly text: () => Promise<string> }

/** `/metrics` on an address of its own: the proxy that brings the public in never leads here. */
export async function startMetricsServer(
  { contentType, text }: Source,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    text().then(
      (body) => response.writeHead(200, { 'content-type': contentType }).end(body),
      () => response.writeHead(500).end(),
    )
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
