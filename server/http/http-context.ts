import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import type { Sessions } from './session.ts'

/** What the routes of every capability are given; main.ts composes it. */
export type HttpContext = {
  readonly db: Database
  /** The procedure's time. Only a rehearsal answers anything but now; sessions and locks never use it. */
  readonly clock: (regionCode: number) => Instant
  /** The region whose people sign in here. */
  readonly regionCode: number
  /** True behind HTTPS: the cookie gets `Secure` and the `__Host-` prefix. */
  readonly secureCookies: boolean
  readonly sessions: Sessions
  /** Tells who is in the demonstration and with which password; null on a production server. */
  readonly demonstration: { readonly password: string } | null
}
