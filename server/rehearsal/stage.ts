import type pg from 'pg'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { accountKeyFor } from './cast.ts'
import type { CastName, Concerned } from './cast.ts'
import type { RehearsalClient } from './rehearsal-client.ts'
import type { VirtualClocks } from './virtual-clock.ts'

/** The running server that every scenario of a rehearsal shares. */
export type Theatre = {
  readonly client: RehearsalClient
  readonly clocks: VirtualClocks
  /** The database in the migrator's hands: to make the cast, to find the law's next hour, to tamper. */
  readonly migrator: pg.Pool
  readonly applyLawUntil: (regionCode: number, until: Instant) => Promise<unknown>
}

/** An application of the scenario's own, by the name its file gave it. */
export type Played = {
  readonly applicationId: string
  readonly itemId: string
  readonly concerned: Concerned
  /** As it was when last looked at; null: never received, or moved since. */
  view: ApplicationView | null
  /** Notices known at the end of the application's previous step. */
  readonly known: Set<string>
}

/** One scenario's own region, cast and applications. */
export type Stage = {
  readonly theatre: Theatre
  readonly regionCode: number
  readonly cookies: ReadonlyMap<string, string>
  readonly played: Map<string, Played>
}

export function cookieOf(stage: Stage, as: CastName, concerned: Concerned): string {
  const key = accountKeyFor(as, concerned)
  const cookie = stage.cookies.get(key)
  if (cookie === undefined) throw new Error(`Nobody in the cast is ${key}`)
  return cookie
}

export function getPlayed({ played }: Stage, name: string): Played {
  const found = played.get(name)
  if (found === undefined) throw new Error(`No step received ${name}`)
  return found
}

/** Something moved: whoever looks next asks the server again. */
export function forgetViews({ played }: Stage): void {
  for (const application of played.values()) application.view = null
}
