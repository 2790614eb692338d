import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** An answer made again only when something that it rests on has changed; asked for again, it is not sent again. */
export type DerivedAnswer<Value> = {
  readonly ok: true
  /** Everything the value rests on beside the address: compared by identity, so name data by objects or texts. */
  readonly derivedFrom: readonly unknown[]
  readonly value: () => Value
}

type Kept = {
  readonly derivedFrom: readonly unknown[]
  readonly body: Buffer
  /** Packed once for all who ask; undefined where it is not worth it. */
  readonly packed: Buffer | undefined
  readonly etag: string
}

// Addresses that people make up must not fill the memory.
const MOST_KEPT = 300
/** Bytes. */
const LEAST_PACKED = 1_400
const JSON_TYPE = 'application/json; charset=utf-8'

/** Keeps the newest answer of each address of one operation. */
export type KeptAnswers = {
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    isPublic: boolean,
    derivedFrom: readonly unknown[],
    make: () => unknown,
  ): FastifyReply
}

export function keptAnswers(): KeptAnswers {
  const byAddress = new Map<string, Kept>()
  return {
    send: (request, reply, isPublic, derivedFrom, make) => {
      const known = byAddress.get(request.url)
      const kept = isCurrent(known, derivedFrom) ? known : madeFrom(derivedFrom, make)
      if (kept !== known) {
        if (byAddress.size >= MOST_KEPT) byAddress.clear()
        byAddress.set(request.url, kept)
      }
      return sendTagged(request, reply, kept, isPublic)
    },
  }
}

function isCurrent(known: Kept | undefined, derivedFrom: readonly unknown[]): known is Kept {
  return (
    known !== undefined &&
    known.derivedFrom.length === derivedFrom.length &&
    known.derivedFrom.every((part, index) => part === derivedFrom[index])
  )
}

function madeFrom(derivedFrom: readonly unknown[], make: () => unknown): Kept {
  const body = Buffer.from(JSON.stringify(make()))
  const packed = body.length < LEAST_PACKED ? undefined : gzipSync(body)
  return { derivedFrom, body, packed, etag: strongTag(body) }
}

/** Two servers give the same content the same tag. */
export function strongTag(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}

/** May be kept, and must be asked about each time: nobody sees what has changed meanwhile. */
function sendTagged(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { body, packed, etag }: Kept,
  isPublic: boolean,
): FastifyReply {
  void reply
    .header('etag', etag)
    .header('vary', 'accept-encoding')
    .header('cache-control', isPublic ? 'public, no-cache' : 'private, no-cache')
  if (isKnown(headers['if-none-match'], etag)) return reply.code(304).send()
  void reply.type(JSON_TYPE)
  if (packed === undefined || !/\bgzip\b/.test(headers['accept-encoding'] ?? ''))
    return reply.send(body)
  // The same content in another packing: the same tag, weakened.
  return reply.header('etag', `W/${etag}`).header('content-encoding', 'gzip').send(packed)
}

/** A proxy that packs answers weakens the tag; the content is still the same. */
function isKnown(header: string | undefined, etag: string): boolean {
  return (
    header
      ?.split(',')
      .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false
  )
}
