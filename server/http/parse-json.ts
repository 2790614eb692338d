import type { FastifyInstance } from 'fastify'

/** JSON only, an empty body being no body. Keys that would reach an object's prototype are refused. */
export function parseJson(http: FastifyInstance): void {
  const parse = http.getDefaultJsonParser('error', 'error')
  http.removeAllContentTypeParsers()
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else void parse(request, body as string, done)
  })
}
