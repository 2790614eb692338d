import type pg from 'pg'
import type { TamperFields } from './step-commands.ts'

/** Far above every number in use, so that numbers move without meeting each other. */
const ASIDE = 1_000_000

/** Somebody with the whole database in hand alters one application's history; false when there is no such event to alter. */
export async function tamperTrail(
  migrator: pg.Pool,
  regionCode: number,
  applicationId: string,
  { event, how }: TamperFields,
): Promise<boolean> {
  const application = [regionCode, applicationId] as const
  const { rows } = await migrator.query<{ last: number }>(
    'select max(seq) as last from application_event where region_code = $1 and application_id = $2',
    [...application],
  )
  const last = rows[0]?.last ?? 0
  const target = event ?? last
  if (target < 1 || target > last || (how === 'reorder' && last < 2)) return false
  const own = 'region_code = $1 and application_id = $2'
  const renumber = async (from: number, to: number) =>
    await migrator.query(`update application_event set seq = $4 where ${own} and seq = $3`, [
      ...application,
      from,
      to,
    ])
  switch (how) {
    case 'change':
      await migrator.query(
        `update application_event set data = jsonb_set(data, '{at}', '"2020-01-01T00:00:00.000Z"') where ${own} and seq = $3`,
        [...application, target],
      )
      return true
    case 'delete':
      await migrator.query(`delete from application_event where ${own} and seq = $3`, [
        ...application,
        target,
      ])
      return true
    case 'insert':
      await migrator.query(
        `update application_event set seq = seq + ${ASIDE} where ${own} and seq > $3`,
        [...application, target],
      )
      await migrator.query(
        `update application_event set seq = seq - ${ASIDE} + 1 where ${own} and seq > ${ASIDE}`,
        [...application],
      )
      await migrator.query(
        `insert into application_event (region_code, application_id, seq, version, command_id, type, data, account_id, occurred_at, recorded_at, origin, hash)
         select region_code, application_id, seq + 1, version, command_id, type, data, account_id, occurred_at, recorded_at, origin, hash
           from application_event where ${own} and seq = $3`,
        [...application, target],
      )
      return true
    case 'reorder': {
      const other = target < last ? target + 1 : target - 1
      await renumber(target, target + ASIDE)
      await renumber(other, target)
      await renumber(target + ASIDE, other)
      return true
    }
  }
}
