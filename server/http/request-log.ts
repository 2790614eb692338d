import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { errorCode } from '../database/database-errors.ts'

/** One line an answer: the pattern of the path, never the path, its query, a cookie, a body or an address. */
export function logAnswers(http: FastifyInstance): void {
  http.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        reqId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? '(unknown)',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
    done()
  })
}

/** Requests and errors never print themselves: their own serialisers show addresses, queries and messages. */
export function loggerOptions(level: string) {
  return {
    level,
    serializers: { err: describeError },
    redact: ['headers', 'req', 'res', 'body', 'cookie', 'password'],
  }
}

export function logIncident(log: FastifyBaseLogger, incident: string, error: unknown): void {
  log.error({ incident, error: describeError(error) }, 'internal error')
}

// The engine wrote these messages; any other may quote what a person typed.
const ENGINE_ERRORS: readonly unknown[] = [TypeError, ReferenceError]

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const { stack = '', constructor, cause } = error
  return {
    type: error.name,
    code: errorCode(error),
    message: ENGINE_ERRORS.includes(constructor) ? error.message : '',
    issues: zodPlaces(error),
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .join('\n'),
    ...(cause instanceof Error && { cause: `${cause.name} ${errorCode(cause)}` }),
  }
}

/** Where a reply broke its contract, without what stood there. */
function zodPlaces(error: Error): string[] {
  const issues = (error as { issues?: { path: PropertyKey[]; code: string }[] }).issues ?? []
  return issues.slice(0, 5).map(({ path, code }) => `${path.join('.')}: ${code}`)
}
