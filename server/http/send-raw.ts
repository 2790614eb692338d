import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

// A browser may show these; anything else an applicant uploaded is only ever saved.
const SHOWN_IN_PLACE: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/svg+xml',
]

/** Answers bytes instead of JSON: a notice, a certificate, a material. */
export function sendRaw(
  reply: FastifyReply,
  {
    raw,
    mediaType,
    fileName,
  }: {
    readonly raw: Buffer | Uint8Array | string | Readable
    readonly mediaType: string
    readonly fileName?: string
  },
): FastifyReply {
  const place = SHOWN_IN_PLACE.includes(mediaType) ? 'inline' : 'attachment'
  const name = fileName === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(fileName)}`
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-store')
  if (!reply.hasHeader('content-disposition')) {
    void reply.header('content-disposition', `${place}${name}`)
  }
  return reply.type(mediaType).send(raw)
}
