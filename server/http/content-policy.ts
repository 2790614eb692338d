import { randomBytes } from 'node:crypto'
import { DEVICE_ADDRESS } from '../../contract/device-bridge.ts'

/** What stands in the built page where the nonce of each answer goes. */
export const NONCE_PLACE = '{{csp-nonce}}'

const NOWHERE = "base-uri 'none'; form-action 'none'"

/** For data: whatever a browser makes of such an answer, it runs nothing, loads nothing and stands in no frame. */
export const DATA_POLICY = `default-src 'none'; frame-ancestors 'none'; ${NOWHERE}`

/** For files that people handed in, shown alone or in a frame of ours. Sandboxed: no script, no form, no origin. */
export const PICTURE_POLICY = `default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'; ${NOWHERE}; sandbox`

/**
 * The same for a PDF, without the sandbox: a browser's own viewer is a plug-in, and a sandboxed answer has none. The
 * viewer lays itself out with inline styles.
 */
export const PDF_POLICY = `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; ${NOWHERE}`

const OWN_CONNECTIONS = "connect-src 'self'"
const PAGE = [
  "default-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "style-src-attr 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob:",
  OWN_CONNECTIONS,
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join(';')

/**
 * For a page: no script and no style but our own files, and the styles that the component library writes with the
 * nonce. With `devices` the page may also speak to the device program of its own machine, at its one published port. One
 * thing may be turned into a script's address: the portal's own worker (web/portal/pwa/register-worker.ts).
 */
export function pagePolicy(nonce: string, { devices }: { readonly devices: boolean }): string {
  const page = devices ? PAGE.replace(OWN_CONNECTIONS, `${OWN_CONNECTIONS} ${DEVICE_ADDRESS}`) : PAGE
  return `${page};style-src 'self' 'nonce-${nonce}';require-trusted-types-for 'script';trusted-types service-worker`
}

/** For /docs, whose reader writes markup itself (cleaned by its own sanitiser) and styles into attributes. */
export const READER_POLICY = `${PAGE.replace("style-src-attr 'none'", "style-src-attr 'unsafe-inline'")};style-src 'self'`

/** For the portal's own worker, which a browser holds to the policy of its file: it asks this server, and nothing else. */
export const WORKER_POLICY = `default-src 'none'; connect-src 'self'; frame-ancestors 'none'; ${NOWHERE}`

export function newNonce(): string {
  return randomBytes(16).toString('base64')
}
