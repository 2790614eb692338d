import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type CollectedSpan = {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly status: number
}

type Exported = {
  resourceSpans: {
    scopeSpans: {
      spans: {
        name: string
        traceId: string
        spanId: string
        parentSpanId?: string
        attributes: { key: string; value: Record<string, unknown> }[]
        status: { code?: number }
      }[]
    }[]
  }[]
}

/** Takes what a real exporter sends over OTLP/HTTP in JSON. */
export async function collectTraces(): Promise<{
  readonly endpoint: string
  readonly spans: readonly CollectedSpan[]
  readonly raw: () => string
  readonly close: () => Promise<void>
}> {
  const spans: CollectedSpan[] = []
  let raw = ''
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      raw += body
      if (request.url === '/v1/traces') spans.push(...spansIn(JSON.parse(body) as Exported))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    raw: () => raw,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function spansIn({ resourceSpans }: Exported): CollectedSpan[] {
  return resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap((scope) =>
      scope.spans.map(({ attributes, status, ...span }) => ({
        ...span,
        attributes: Object.fromEntries(
          attributes.map(({ key, value }) => [key, Object.values(value)[0]]),
        ),
        status: status.code ?? 0,
      })),
    ),
  )
}
