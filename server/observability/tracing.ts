import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import packageFile from '../../package.json' with { type: 'json' }
import { errorCode } from '../database/database-errors.ts'
import { observe, type StepName } from '../database/observe.ts'
import { roleLabel, routeLabel } from './route-label.ts'

const GOODBYE_MS = 2_000

/**
 * Traces over OTLP/HTTP; endpoint, headers and sampling come from the OTEL_ variables. A collector that is away
 * costs the spans and nothing else. Loaded only where an endpoint is set.
 */
export function startTracing(http: FastifyInstance): { readonly close: () => Promise<void> } {
  const provider = new NodeTracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({
        'service.name': process.env['OTEL_SERVICE_NAME'] ?? 'yichuang',
        'service.version': packageFile.version,
      }),
    ),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  traceRequests(http)
  const detach = observe({ step: traceStep })
  return {
    close: async () => {
      detach()
      const impatience = new Promise((resolve) => setTimeout(resolve, GOODBYE_MS).unref())
      await Promise.race([provider.shutdown().catch(() => undefined), impatience])
    },
  }
}

const tracer = () => trace.getTracer('yichuang')

/** One span a request, child of the caller's `traceparent`; the answer carries its own. */
function traceRequests(http: FastifyInstance): void {
  const contexts = new WeakMap<FastifyRequest, Context>()
  http.addHook('onRequest', (request, reply, done) => {
    const caller = propagation.extract(ROOT_CONTEXT, request.headers)
    const operation = routeLabel(request)
    const span = tracer().startSpan(
      operation,
      {
        kind: SpanKind.SERVER,
        attributes: {
          'http.request.method': request.method,
          'http.route': request.routeOptions.url ?? '(unknown)',
          'yichuang.request': request.id,
        },
      },
      caller,
    )
    const own = trace.setSpan(caller, span)
    contexts.set(request, own)
    const headers: Record<string, string> = {}
    propagation.inject(own, headers)
    void reply.headers(headers)
    request.log = request.log.child({ traceId: span.spanContext().traceId })
    context.with(own, done)
  })
  // The body arrives in events of the socket, which know nothing of the request's context.
  http.addHook('preValidation', (request, _reply, done) => {
    context.with(contexts.get(request) ?? ROOT_CONTEXT, done)
  })
  http.addHook('onResponse', (request, reply, done) => {
    const span = trace.getSpan(contexts.get(request) ?? ROOT_CONTEXT)
    span?.setAttributes({
      'http.response.status_code': reply.statusCode,
      'yichuang.role': roleLabel(request),
    })
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR })
    span?.end()
    done()
  })
}

function traceStep<Result>(name: StepName, work: () => Result): Result {
  const span = tracer().startSpan(name)
  return context.with(trace.setSpan(context.active(), span), () => {
    try {
      const result = work()
      if (result instanceof Promise)
        result.then(
          () => span.end(),
          (error: unknown) => failed(span, error),
        )
      else span.end()
      return result
    } catch (error) {
      failed(span, error)
      throw error
    }
  })
}

/** An error's message may quote a person: its kind and code are enough. */
function failed(span: Span, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error
  span.setStatus({ code: SpanStatusCode.ERROR, message: `${name} ${errorCode(error)}`.trim() })
  span.end()
}
