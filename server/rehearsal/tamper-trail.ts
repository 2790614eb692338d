import type pg from 'pg'
import type { TamperFields } from './step-commands.ts'

/** Far above every number in use, so that numbers move without meeting each other. */
const ASIDE = 1_000_000
const OWN = 'region_code = $1 and application_id = $2'
const LAST = `select coalesce(max(seq), 0) as last from application_event where ${OWN}`
const CHANGE = `update application_event set data = jsonb_set(data::jsonb, '{at}', '"2020-01-01T00:00:00.000Z"')::json where ${OWN} and seq = $3`
const DELETE = `delete from application_event where ${OWN} and seq = $3`
const RENUMBER = `update application_event set seq = $4 where ${OWN} and seq = $3`
const LIFT = `update application_event set seq = seq + ${ASIDE} where ${OWN} and seq > $3`
const LOWER = `update application_event set seq = seq - ${ASIDE} + 1 where ${OWN} and seq > ${ASIDE}`
const DOUBLE = `
  insert into application_event (region_code, application_id, seq, version, command_id, type, data, account_id, occurred_at, recorded_at, origin, hash)
  select region_code, application_id, seq + 1, version, command_id, type, data, account_id, occurred_at, recorded_at, origin, hash
    from application_event where ${OWN} and seq = $3`

/** Somebody with the whole database in hand alters one application's history; false when there is no such event to alter. */
export async function tamperTrail(
  migrator: pg.Pool,
  regionCode: number,
  applicationId: string,
  { event, how }: TamperFields,
): Promise<boolean> {
  const run = async (text: string, ...values: number[]) =>
    await migrator.query<{ last: number }>(text, [regionCode, applicationId, ...values])
  const last = (await run(LAST)).rows[0]?.last ?? 0
  const target = event ?? last
  if (target < 1 || target > last) return false
  await alter(run, how, target, target < last ? target + 1 : target - 1)
  return true
}

type Run = (text: string, ...values: number[]) => Promise<unknown>

async function alter(
  run: Run,
  how: TamperFields['how'],
  target: number,
  neighbour: number,
): Promise<void> {
  switch (how) {
    case 'change':
      await run(CHANGE, target)
      break
    case 'delete':
      await run(DELETE, target)
      break
    case 'insert':
      await run(LIFT, target)
      await run(LOWER)
      await run(DOUBLE, target)
      break
    case 'reorder':
      await run(RENUMBER, target, target + ASIDE)
      await run(RENUMBER, neighbour, target)
      await run(RENUMBER, target + ASIDE, neighbour)
  }
}
