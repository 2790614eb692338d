import type { ApplicationEvent } from '../../../domain/application/events.ts'
import { applicationFrom } from '../../../domain/application/evolve.ts'
import { THE_LAW } from '../../../domain/shared/actor.ts'
import type { Instant, OrganisationId, ServiceItemId } from '../../../domain/shared/ids.ts'
import type { Database } from '../../database/connect.ts'
import { newId } from '../../event-log/chain.ts'
import { searchPairs } from '../search-pairs.ts'
import type { Stage } from '../stage.ts'

export type Listed = {
  readonly applicationId: string
  readonly number: string
  readonly stage: Stage
  readonly itemId: string
  readonly departmentId: string
  readonly waitsFor: readonly string[]
  readonly windowAccount: string
  readonly receivedOn: string
  readonly identity: string
  readonly name: string
  readonly dueOn: string | null
  readonly card: 'none' | 'warning' | 'yellow' | 'red'
  readonly followUp: boolean
}

const STATUS_OF: Readonly<Record<Stage, string>> = {
  'to-accept': 'received',
  'awaiting-correction': 'awaiting-correction',
  'in-procedure': 'in-review',
  'to-review': 'accepted',
  'to-decide': 'in-review',
  'to-certify': 'granted',
  'provincial-result': 'granted',
  returned: 'certified',
  'to-letter': 'certified',
  'department-seal': 'certified',
  'to-seal': 'lettered',
  'to-issue': 'refused',
  'to-deliver': 'issued',
  'to-archive': 'delivered',
  closed: 'withdrawn',
}
export const STAGES = Object.keys(STATUS_OF) as Stage[]
const DAY = '2026-03-02'

/** Rows as commands would have left them, without their histories: enough for lists, which read nothing else. */
export async function storeListed(
  db: Database,
  regionCode: number,
  listed: readonly Listed[],
): Promise<void> {
  const column = <Value>(of: (row: Listed) => Value) => listed.map(of)
  await db.query(
    `insert into application (region_code, application_id, number, version, seq, head, status, stage, item_id, department_id,
       waits_for, window_account, received_on, applicant_identity, applicant_name, due_on, due_kind, card, next_fall_at, follow_up,
       query_code_hash, pairs, state)
     select $1, r.id, r.number, 1, 1, decode(repeat('00', 32), 'hex'), r.status, r.stage, r.item, r.department,
       array(select jsonb_array_elements_text(r.waits_for)), r.account, r.received, r.identity, r.name, r.due, case when r.due is not null then 'committed' end, r.card, null, r.follow_up,
       '', array(select jsonb_array_elements_text(r.pairs)), r.state
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::uuid[], $10::date[], $11::text[],
         $12::text[], $13::date[], $14::text[], $15::boolean[], $16::jsonb[], $17::jsonb[])
         r (id, number, status, stage, item, department, waits_for, account, received, identity, name, due, card, follow_up, pairs, state)`,
    [
      regionCode,
      column((row) => row.applicationId),
      column((row) => row.number),
      column((row) => STATUS_OF[row.stage]),
      column((row) => row.stage),
      column((row) => row.itemId),
      column((row) => row.departmentId),
      column((row) => JSON.stringify(row.waitsFor)),
      column((row) => row.windowAccount),
      column((row) => row.receivedOn),
      column((row) => row.identity),
      column((row) => row.name),
      column((row) => row.dueOn),
      column((row) => row.card),
      column((row) => row.followUp),
      column((row) => JSON.stringify(searchPairs(row.name))),
      column((row) => JSON.stringify(stateOf(row))),
    ],
  )
}

/** A lodged state with whatever its status obliges it to carry. */
function stateOf({ stage, itemId, departmentId, name, identity }: Listed) {
  const received: ApplicationEvent = {
    type: 'ApplicationReceived',
    by: THE_LAW,
    at: `${DAY}T02:00:00.000Z` as Instant,
    itemId: itemId as ServiceItemId,
    guideVersion: 1,
    departmentId: departmentId as OrganisationId,
    partnerIds: [],
    applicant: {
      kind: 'person',
      name,
      identityType: 'id-card',
      identityNumber: identity.replace('id-card:', ''),
      phone: null,
      address: null,
      contactName: null,
    },
    channel: 'window',
    materials: {},
    insisted: false,
    renewal: null,
  }
  const lodged = applicationFrom([received])
  const decision = {
    outcome: 'grant',
    on: DAY,
    by: newId(),
    byName: '示例',
    reason: '',
    deemed: false,
  }
  return {
    ...lodged,
    status: STATUS_OF[stage],
    acceptance: { on: DAY, recordedOn: DAY, deemed: false },
    decision,
    issuance: { by: 'pickup', tracking: null, on: DAY },
    delivery: { on: DAY, proof: 'signature' },
  }
}
