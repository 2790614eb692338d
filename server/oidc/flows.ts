import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../database/connect.ts'

/** Minutes in which a person signs in over there. */
export const FLOW_MINUTES = 10

export type Flow = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Where the person wanted to go. */
  readonly next: string
}

/** Begins one sign-in; the browser that began it keeps `browser`. */
export async function beginFlow(
  db: Database,
  regionCode: number,
  next: string,
): Promise<Flow & { readonly browser: string }> {
  const [state, nonce, verifier, browser] = [token(), token(), token(), token()] as const
  const now = Date.now()
  await db.query('delete from oidc_flow where region_code = $1 and expires_at < $2', [
    regionCode,
    new Date(now).toISOString(),
  ])
  await db.query(
    `insert into oidc_flow (region_code, state_hash, browser_hash, nonce, verifier, next, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      regionCode,
      hashOf(state),
      hashOf(browser),
      nonce,
      verifier,
      next,
      new Date(now + FLOW_MINUTES * 60_000).toISOString(),
    ],
  )
  return { state, nonce, verifier, next, browser }
}

/** Ends it, once, for the browser that began it. */
export async function endFlow(
  db: Database,
  regionCode: number,
  { state, browser }: { readonly state: string; readonly browser: string },
): Promise<Flow | undefined> {
  const [row] = await db.query<Omit<Flow, 'state'>>(
    `delete from oidc_flow
      where region_code = $1 and state_hash = $2 and browser_hash = $3 and expires_at > $4
     returning nonce, verifier, next`,
    [regionCode, hashOf(state), hashOf(browser), new Date().toISOString()],
  )
  return row && { state, ...row }
}

function token(): string {
  return randomBytes(32).toString('base64url')
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
