import { ENQUIRY_KIND_NAME } from '../../domain/enquiry/enquiry.ts'
import {
  type EnquiryViolation,
  refusalToAnswer,
  refusalToForward,
} from '../../domain/enquiry/enquiry-rules.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { EnquiriesContext } from './enquiries-context.ts'
import { type EnquiryRow, loadEnquiry } from './enquiry-row.ts'

const ACT = 'select act_on_enquiry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as outcome'

type Refused = { readonly ok: false; readonly violation: AnyViolation }
type Change = {
  readonly act: 'answered' | 'forwarded'
  readonly change: object
  readonly detail: { readonly text: string }
}
export type Acted = Change | { readonly violation: EnquiryViolation }
type Envelope = { readonly commandId: string; readonly expectedRevision: number }

/** The answer, in the answerer's name; published it stands on the item's page without the asker. */
export function answerOf(
  row: EnquiryRow,
  by: Actor,
  { text, publish }: { readonly text: string; readonly publish: boolean },
  at: Instant,
): Acted {
  const violation = refusalToAnswer(row, by)
  if (violation !== null) return { violation }
  const answer = { text, byName: by.name, at }
  const published = publish && row.kind === 'consultation'
  const change = { state: 'answered', answeredAt: at, published, content: { answer } }
  return { act: 'answered', change, detail: { text } }
}

export function forwardingOf(
  row: EnquiryRow,
  by: Actor,
  { departmentId, reason }: { readonly departmentId: string | null; readonly reason: string },
): Acted {
  const violation = refusalToForward(row, by)
  if (violation !== null) return { violation }
  return {
    act: 'forwarded',
    change: { departmentId: departmentId || null },
    detail: { text: reason },
  }
}

/** Loads, judges, writes in one call; null: done, now or before by the same command. */
export async function actOnEnquiry(
  { http, onAnswered }: EnquiriesContext,
  { regionCode, actor }: Session,
  enquiryId: string,
  { commandId, expectedRevision }: Envelope,
  act: (row: EnquiryRow) => Acted,
): Promise<Refused | null> {
  const row = await loadEnquiry(http.db, regionCode, enquiryId)
  if (row === undefined) return refuse('not-found', '没有这件咨询或者投诉。')
  const acted = act(row)
  if ('violation' in acted) {
    // The same answer again, after the first arrived.
    if (await wasDone(http.db, regionCode, enquiryId, commandId)) return null
    return refusedBy(acted.violation)
  }
  const at = http.clock(regionCode)
  const [written] = await http.db.query<{ outcome: string }>(ACT, [
    regionCode,
    enquiryId,
    commandId,
    expectedRevision,
    acted.act,
    actor.accountId,
    actor.name,
    at,
    JSON.stringify(acted.change),
    JSON.stringify(acted.detail),
  ])
  if (written?.outcome === 'moved')
    return refuse('changed-meanwhile', '这件咨询刚被他人处理。您写的内容没有丢失，请刷新核对。', {
      version: row.revision,
    })
  if (written?.outcome === 'done' && acted.act === 'answered') {
    const { number, accountId, content, kind } = row
    const { phone, email } = content
    const kindName = ENQUIRY_KIND_NAME[kind]
    await onAnswered({ regionCode, enquiryId, number, kindName, accountId, phone, email })
  }
  return null
}

const DONE = `select 1 from enquiry_log where region_code = $1 and enquiry_id = $2 and command_id = $3`

async function wasDone(
  db: EnquiriesContext['http']['db'],
  regionCode: number,
  enquiryId: string,
  commandId: string,
): Promise<boolean> {
  return (await db.query(DONE, [regionCode, enquiryId, commandId])).length > 0
}

function refusedBy(violation: EnquiryViolation): Refused {
  switch (violation) {
    case 'enquiry-closed':
      return refuse('enquiry-closed', '这件咨询或者投诉已经答复，不能再次处理。')
    case 'separation-of-duties':
      return {
        ok: false,
        violation: { code: 'separation-of-duties', did: '投诉由监督科办理，被投诉的单位不答复' },
      }
    case 'not-your-department':
      return { ok: false, violation: { code: 'not-your-department' } }
    case 'not-permitted':
      return { ok: false, violation: { code: 'not-permitted' } }
  }
}
