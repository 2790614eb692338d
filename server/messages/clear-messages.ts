import type { Database } from '../database/connect.ts'

const DAY_MS = 86_400_000
const A_TURN = 500
// What still waits to be sent keeps its text.
const CLEAR = `
  update message set text = '', link = null, cleared_at = $3
   where region_code = $1 and cleared_at is null
     and message_id = any (array(
       select m.message_id from message m
        where m.region_code = $1 and m.cleared_at is null and m.at < $2
          and not exists (select from message_delivery d
                           where d.region_code = $1 and d.message_id = m.message_id and d.state = 'waiting')
        order by m.at limit ${A_TURN}))
  returning message_id as "messageId"`
const FORGET = `
  update message_delivery set address = ''
   where region_code = $1 and message_id = any ($2::uuid[]) and state <> 'waiting'`

/**
 * After so many days the words of a message and where it went are cleared; that somebody was told, of what kind, when and
 * whether it arrived is kept. Answers how many.
 */
export async function clearMessages(
  db: Database,
  regionCode: number,
  keepDays: number,
  now: Date = new Date(),
): Promise<number> {
  const before = new Date(now.getTime() - keepDays * DAY_MS).toISOString()
  let cleared = 0
  for (;;) {
    const rows = await db.query<{ messageId: string }>(CLEAR, [
      regionCode,
      before,
      now.toISOString(),
    ])
    if (rows.length > 0)
      await db.query(FORGET, [regionCode, rows.map(({ messageId }) => messageId)])
    cleared += rows.length
    if (rows.length < A_TURN) return cleared
  }
}
