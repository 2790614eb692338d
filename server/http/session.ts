import type { Assurance } from '../../domain/access/assurance.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'

/** Who is signed in, as read with every request (at most five seconds behind another server). */
export type Session = {
  readonly sessionId: string
  readonly regionCode: number
  readonly actor: Actor
  readonly username: string
  readonly organisationName: string | null
  /** The security administrator has opened the post; always true for applicants. */
  readonly postOpen: boolean
  /** `etiquette` and the departments whose course was passed. */
  readonly training: readonly string[]
  readonly mustChangePassword: boolean
  /** Of a citizen. */
  readonly assurance?: Assurance
  /** When it ends unless something is done meanwhile: the idle limit, or the longest a session lasts. */
  readonly endsAt: Instant
  /** The stated identity has applications of others' making: none are shown, `actor.identity` is absent. */
  readonly heldBack?: boolean
}

/** The living sessions of this server; every other process notices a change within five seconds. */
export type Sessions = {
  /** Answers nothing when the cookie's session is unknown, expired, idle, signed out or its account disabled. */
  readonly read: (cookie: string) => Promise<Session | undefined>
  /** The same without counting as activity, for a page that only listens. */
  readonly peek: (cookie: string) => Promise<Session | undefined>
  /** Answers the value for the cookie. */
  readonly open: (regionCode: number, accountId: AccountId) => Promise<string>
  readonly close: (cookie: string) => Promise<void>
  /** Signs an account out everywhere, but for the browser with this cookie. */
  readonly closeAll: (regionCode: number, accountId: AccountId, except?: string) => Promise<void>
  /** Call it when something a session shows of its account has changed, or its sessions were ended. */
  readonly forget: (accountId: AccountId) => void
  /** Another server said so: the same, told to nobody. */
  readonly drop: (accountId: AccountId) => void
  /** Whoever listens for an account looks again whether its sessions are there. */
  readonly onEnd: (listener: (regionCode: number, accountId: AccountId) => void) => void
}
