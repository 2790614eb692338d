import type { Application, SealRoute } from '../../domain/application/application.ts'
import type { CommandReply } from '../../contract/application-commands.ts'
import type { Database } from '../database/connect.ts'
import { step } from '../database/observe.ts'
import { NEW_CHAIN, type ChainHead } from '../event-log/chain.ts'

const LOAD = `
  select a.state, a.version, a.seq, encode(a.head, 'hex') as hash, a.number, a.next_fall_at as "nextFallAt",
         c.reply as seen, c.account_id as "seenBy",
         (select r.state from application r where r.region_code = $1 and r.application_id = $4::uuid) as renewed,
         (select json_agg(json_build_array(m.mode, m.document)) from item_seal_mode m
           where m.region_code = $1 and m.item_id = coalesce(a.item_id, $5)) as modes
    from (select 1) one
    left join application a on a.region_code = $1 and a.application_id = $2
    left join command_log c on c.region_code = $1 and c.command_id = $3`

type Row = {
  state: Application | null
  version: number
  seq: number
  hash: string
  number: string
  nextFallAt: string | null
  seen: CommandReply | null
  seenBy: string | null
  renewed: Application | null
  modes: [SealRoute, string][] | null
}

export type LoadedApplication = {
  readonly application: Application
  readonly head: ChainHead
  readonly number: string
  readonly nextFallAt: string | null
  /** What this command was answered when it was first given. */
  readonly seen: { readonly reply: CommandReply; readonly accountId: string } | null
  /** The application whose certificate is to be renewed, where the key names it. */
  readonly renewed: Application | null
  readonly confirmedSealMode: SealRoute | null
}

export type ApplicationKey = {
  readonly regionCode: number
  readonly applicationId: string
  readonly commandId: string
  readonly renews?: string | null
  readonly itemId?: string | null
}

/** One statement loads the state, its chain's head, an earlier answer to the same command, and what is not cached. */
export async function loadApplication(
  db: Database,
  key: ApplicationKey,
): Promise<LoadedApplication> {
  const { regionCode, applicationId, commandId, renews = null, itemId = null } = key
  const values = [regionCode, applicationId, commandId, renews, itemId]
  const [row] = await step('load', () => db.query<Row>(LOAD, values))
  if (row === undefined) throw new Error('A query without FROM rows answered nothing')
  return {
    application: row.state ?? { status: 'not-lodged' },
    head: row.state === null ? NEW_CHAIN : { seq: row.seq, version: row.version, hash: row.hash },
    number: row.number ?? '',
    nextFallAt: row.nextFallAt,
    seen:
      row.seen === null || row.seenBy === null ? null : { reply: row.seen, accountId: row.seenBy },
    renewed: row.renewed,
    confirmedSealMode: agreedMode(row.modes ?? []),
  }
}

/** Effective when two people recorded the same mode under the same document (domain rules §5). */
export function agreedMode(modes: readonly (readonly [SealRoute, string])[]): SealRoute | null {
  const agreed = modes.find(([mode, document], index) =>
    modes.some((other, at) => at > index && other[0] === mode && other[1] === document),
  )
  return agreed?.[0] ?? null
}
