import type { FastifyInstance } from 'fastify'
import { DATA_POLICY } from './content-policy.ts'
import type { HttpContext } from './http-context.ts'

/** Seconds: a browser that came over HTTPS once comes over HTTPS for a year. */
const HTTPS_FOR = 31_536_000

const ALWAYS: Readonly<Record<string, string>> = {
  // The strictest; a page or a file sets its own.
  'content-security-policy': DATA_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  // For browsers of before frame-ancestors.
  'x-frame-options': 'SAMEORIGIN',
  // The camera reads codes at /verify; nothing else of a device is ours.
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=(), browsing-topics=()',
}

type Setting = Pick<HttpContext, 'secureCookies'>

export function secureHeadersOf({ secureCookies }: Setting): Readonly<Record<string, string>> {
  return secureCookies ? { ...ALWAYS, 'strict-transport-security': `max-age=${HTTPS_FOR}` } : ALWAYS
}

/** On every answer, errors and files included: set before anything can refuse the request. */
export function secureHeaders(http: FastifyInstance, setting: Setting): void {
  const headers = secureHeadersOf(setting)
  http.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers)
    done()
  })
}
