import type { Database } from '../database/connect.ts'
import type { Reaction } from './reaction.ts'

// A command writes its reactions with the procedure's time, which a rehearsal may put anywhere; the first run is
// therefore due at once, whatever run_at says. From then on run_at is real time, written here alone: the end of the
// lease while a runner has the row in hand, the next try after a failure.
const CLAIM = `
  update reaction set run_at = $3, tries = tries + 1
   where region_code = $1 and done_at is null
     and reaction_id = any (array(
       select r.reaction_id from reaction r
        where r.region_code = $1 and r.done_at is null and r.kind = any ($4) and (r.tries = 0 or r.run_at <= $2)
        order by r.run_at limit $5 for update skip locked))
  returning region_code as "regionCode", reaction_id as "reactionId", application_id as "applicationId", kind, payload, tries`
const FINISH = `
  update reaction set done_at = $3, last_error = null
   where region_code = $1 and reaction_id = $2 and done_at is null`
const POSTPONE = `
  update reaction set run_at = $4, last_error = $5
   where region_code = $1 and reaction_id = $2 and tries = $3 and done_at is null`
const TAKE_OVER = `
  update reaction set run_at = $2 where region_code = $1 and done_at is null and tries > 0 and run_at > $2`

export type Claim = {
  readonly now: Date
  /** When another runner may take the rows, should this one die. */
  readonly leasedUntil: Date
  readonly kinds: readonly string[]
  readonly limit: number
}

/** Takes due rows of one region in hand; two runners never get the same. */
export async function claimReactions(
  db: Database,
  regionCode: number,
  { now, leasedUntil, kinds, limit }: Claim,
): Promise<Reaction[]> {
  return db.query<Reaction>(CLAIM, [
    regionCode,
    now.toISOString(),
    leasedUntil.toISOString(),
    [...kinds],
    limit,
  ])
}

/** The work is done, whoever has the lease by now. */
export async function finishReaction(db: Database, reaction: Reaction, now: Date): Promise<void> {
  await db.query(FINISH, [reaction.regionCode, reaction.reactionId, now.toISOString()])
}

/** Nothing happens when another runner has taken the row since. */
export async function postponeReaction(
  db: Database,
  { regionCode, reactionId, tries }: Reaction,
  until: Date,
  error: string,
): Promise<void> {
  await db.query(POSTPONE, [regionCode, reactionId, tries, until.toISOString(), error])
}

/** At the start of the only server nobody else can hold a lease: what a dead one had in hand is due at once. */
export async function takeOverReactions(
  db: Database,
  regionCode: number,
  now: Date,
): Promise<void> {
  await db.query(TAKE_OVER, [regionCode, now.toISOString()])
}
