import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { PDF_POLICY, PICTURE_POLICY } from './content-policy.ts'

// A browser may show these; anything else an applicant uploaded is only ever saved.
const SHOWN_IN_PLACE: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/svg+xml',
]

const POLICY_OF: Readonly<Record<string, string>> = { 'application/pdf': PDF_POLICY }

/** Answers bytes instead of JSON: a notice, a certificate, a material. */
export function sendRaw(
  reply: FastifyReply,
  {
    raw,
    mediaType,
    fileName,
    saveOnly = false,
  }: {
    readonly raw: Buffer | Uint8Array | string | Readable
    readonly mediaType: string
    readonly fileName?: string
    /** To be saved, never shown, whatever its type. */
    readonly saveOnly?: boolean
  },
): FastifyReply {
  const place = !saveOnly && SHOWN_IN_PLACE.includes(mediaType) ? 'inline' : 'attachment'
  const name = fileName === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(fileName)}`
  void reply.header('content-security-policy', POLICY_OF[mediaType] ?? PICTURE_POLICY)
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-store')
  if (!reply.hasHeader('content-disposition')) {
    void reply.header('content-disposition', `${place}${name}`)
  }
  return reply.type(mediaType).send(raw)
}
