import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Seconds: as long as a draft that nobody touches. */
const KEPT_FOR = 90 * 24 * 60 * 60

type Setting = { readonly secureCookies: boolean }

const nameOf = ({ secureCookies }: Setting) =>
  secureCookies ? '__Host-yichuang-draft' : 'yichuang-draft'

/** SHA-256 of the token that this browser holds its drafts by; undefined: it holds none. */
export function browserHashOf(request: FastifyRequest, setting: Setting): Buffer | undefined {
  const token = request.cookies[nameOf(setting)]
  return token === undefined || !/^[\w-]{43}$/.test(token) ? undefined : hashOf(token)
}

/** The same, giving the browser a token when it has none. */
export function browserHashFor(
  request: FastifyRequest,
  reply: FastifyReply,
  setting: Setting,
): Buffer {
  const known = browserHashOf(request, setting)
  if (known !== undefined) return known
  const token = randomBytes(32).toString('base64url')
  void reply.setCookie(nameOf(setting), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: setting.secureCookies,
    maxAge: KEPT_FOR,
  })
  return hashOf(token)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
