import type { Actor } from '../../domain/shared/actor.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { Database } from '../database/connect.ts'

/** What the application capability needs; main.ts composes it. */
export type ApplicationContext = {
  readonly db: Database
  readonly reference: ReferenceData
  readonly clock: (regionCode: number) => Instant
  readonly portalUrl: string
  /** Wakes the live feed and the reaction runner after a commit; nothing is lost when it is not heard. */
  readonly onCommit: (regionCode: number) => void
}

/** Who gives a command, from which terminal, and in what standing. */
export type Commander = {
  readonly actor: Actor
  readonly standing: { readonly postOpen: boolean; readonly training: readonly string[] }
  readonly origin: string
}
