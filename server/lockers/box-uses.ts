import type { BoxUse } from '../../contract/lockers.ts'
import { DEVICE_FAULTS, type DeviceFaultCode } from '../../contract/device-faults.ts'
import type { IdentityEntry } from '../../domain/application/applicant.ts'
import { maskName } from '../../domain/identifiers/mask.ts'
import { BOX_STATE_NAME, type BoxState, needsLook } from '../../domain/locker/box-use.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export type BoxUseRow = {
  readonly depositId: string
  readonly applicationId: string
  readonly number: string
  readonly applicantName: string
  readonly box: number
  readonly state: BoxState
  readonly fault: string | null
  readonly putInByName: string
  readonly putInAt: Instant
  readonly openedAt: Instant | null
  readonly collectionId: string | null
  readonly identityEntry: IdentityEntry | null
}

const SELECT = `
  select u.deposit_id as "depositId", u.application_id as "applicationId", a.number, a.applicant_name as "applicantName", u.box, u.state, u.fault,
         u.put_in_by_name as "putInByName", u.put_in_at as "putInAt", u.opened_at as "openedAt", u.collection_id as "collectionId",
         u.identity_entry as "identityEntry"
    from locker_use u join application a on a.region_code = u.region_code and a.application_id = u.application_id
   where u.region_code = $1`
const IN_USE = `${SELECT} and u.ended_at is null order by u.box limit 999`
const BY_ID = `${SELECT} and u.deposit_id = $2`
const OF_APPLICATION = `${SELECT} and u.application_id = $2 and u.ended_at is null`
const OF_COLLECTION = `${SELECT} and u.collection_id = $2`
const BOX_OF = `select box from locker_use where region_code = $1 and application_id = $2 and ended_at is null and state <> 'reserved'`
const ACT = 'select act_on_locker($1, $2, $3, $4, $5, $6, $7) as outcome'

export async function usesNow(db: Database, regionCode: number): Promise<BoxUseRow[]> {
  return await db.query<BoxUseRow>(IN_USE, [regionCode])
}

/** One use: by its own id, by the application whose result lies there now, by who asked for it last. */
export async function findUse(
  db: Database,
  regionCode: number,
  by: 'deposit' | 'application' | 'collection',
  id: string,
): Promise<BoxUseRow | undefined> {
  const text = { deposit: BY_ID, application: OF_APPLICATION, collection: OF_COLLECTION }[by]
  const [row] = await db.query<BoxUseRow>(text, [regionCode, id])
  return row
}

/** The box that the result waits in; null: it lies in none. */
export async function boxOf(
  db: Database,
  regionCode: number,
  applicationId: string,
): Promise<number | null> {
  const [row] = await db.query<{ box: number }>(BOX_OF, [regionCode, applicationId])
  return row?.box ?? null
}

export type BoxChange = {
  readonly regionCode: number
  readonly depositId: string
  readonly commandId: string
  readonly act: string
  /** The state that it was seen in; null: a new use. */
  readonly from: BoxState | null
  readonly change: object
  readonly at: Instant
  readonly accountId?: string
  readonly deviceId?: string
  readonly detail?: object
}

/** Writes the change and its line of the log together, once a command. */
export async function changeBox(
  db: Database,
  one: BoxChange,
): Promise<'done' | 'seen' | 'moved' | 'taken'> {
  const { regionCode, depositId, commandId, act, from, change, at } = one
  const { accountId = null, deviceId = null, detail = {} } = one
  const log = JSON.stringify({ at, accountId, deviceId, detail })
  const values = [regionCode, depositId, commandId, act, from, JSON.stringify(change), log]
  const [row] = await db.query<{ outcome: 'done' | 'seen' | 'moved' | 'taken' }>(ACT, values)
  if (row === undefined) throw new Error('act_on_locker answered nothing')
  return row.outcome
}

export function boxUseView(row: BoxUseRow): BoxUse {
  const { collectionId: _, identityEntry: __, fault, state, ...rest } = row
  return {
    ...rest,
    applicantName: maskName(rest.applicantName),
    state,
    stateName: BOX_STATE_NAME[state],
    needsLook: needsLook(state),
    fault: fault === null ? null : DEVICE_FAULTS[fault as DeviceFaultCode],
  }
}
