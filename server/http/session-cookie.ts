import type { FastifyReply, FastifyRequest } from 'fastify'

/** Seconds: the absolute life of a session. */
export const SESSION_SECONDS = 12 * 60 * 60

type Setting = { readonly secureCookies: boolean }

// The __Host- prefix makes the browser refuse the cookie from another host or without Secure.
export const sessionCookieName = ({ secureCookies }: Setting) =>
  secureCookies ? '__Host-yichuang' : 'yichuang'

const attributes = ({ secureCookies }: Setting) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: secureCookies,
})

export function sessionCookieOf(request: FastifyRequest, setting: Setting): string | undefined {
  return request.cookies[sessionCookieName(setting)]
}

export function setSessionCookie(reply: FastifyReply, setting: Setting, cookie: string): void {
  void reply.setCookie(sessionCookieName(setting), cookie, {
    ...attributes(setting),
    maxAge: SESSION_SECONDS,
  })
}

/** Every cookie of ours that no script reads: the sign-in, and what the browser holds drafts by. */
export function clearOwnCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  setting: Setting,
): void {
  for (const name of Object.keys(request.cookies))
    if (/^(?:__Host-)?yichuang/.test(name)) void reply.clearCookie(name, attributes(setting))
}

export function clearSessionCookie(reply: FastifyReply, setting: Setting): void {
  void reply.clearCookie(sessionCookieName(setting), attributes(setting))
}
