import type { z } from 'zod'
import type { ask } from '../../contract/enquiries.ts'
import { answerDueOn, ENQUIRY_KIND_NAME, type EnquiryKind } from '../../domain/enquiry/enquiry.ts'
import type { AccountId, Instant, LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { codeHash, isSameHash } from '../http/code-hash.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { EnquiriesContext } from './enquiries-context.ts'
import { answererNameOf } from './enquiry-view.ts'
import { newQueryCode } from './query-code.ts'

/** 咨询 and 投诉 are numbered in series of their own. */
const PREFIX: Readonly<Record<EnquiryKind, string>> = { consultation: 'ZX', complaint: 'TS' }
const ASK = 'select ask_enquiry($1, $2, $3, $4, $5, $6) as number'

type Question = z.output<typeof ask.body>

/** A question goes to the item's department, a complaint to supervision, what names nothing to the window. */
export async function askEnquiry(
  { http, reference, sendCode }: EnquiriesContext,
  question: Question,
  visitor: Session | undefined,
) {
  const citizen = visitor?.actor.role === 'applicant' ? visitor.actor.accountId : null
  const { kind, itemId, phone, email } = question
  const item = itemId ? reference.findItem(itemId) : null
  if (item === undefined)
    return refuse('unknown-item', '没有这个事项，请从事项清单中选择，或者不选事项。')
  if (!phone && !email && citizen === null)
    return refuse('contact-required', '请填写电话或者邮箱中的一项，以便告知答复。', {
      fields: [{ field: 'phone', message: '电话和邮箱至少填写一项' }],
    })
  const departmentId = kind === 'complaint' || item === null ? null : item.departmentId
  const now = http.clock(http.regionCode)
  const today = localDateOf(now)
  const dueOn = answerDueOn(kind, today, reference.calendar)
  const row = {
    ...rowOf(question, citizen, now, dueOn),
    department_id: departmentId,
    item_id: itemId === '' ? null : itemId,
  }
  const { number, queryCode } = await recordWithCode(http, question, today, row)
  if (queryCode !== null)
    sendCode({ number, kindName: ENQUIRY_KIND_NAME[kind], phone, email, code: queryCode })
  const answererName = answererNameOf({ kind, departmentId }, reference)
  return { ok: true as const, value: { number, queryCode, dueOn, answererName } }
}

const HASH =
  'select query_code_hash as hash from enquiry where region_code = $1 and enquiry_id = $2'

/** Sent again it is the same question under its first code, which nobody can tell any more: asking again guesses nothing. */
async function recordWithCode(
  http: HttpContext,
  { enquiryId, kind }: Question,
  today: LocalDate,
  row: object,
): Promise<{ readonly number: string; readonly queryCode: string | null }> {
  const hashNow = async () =>
    (await http.db.query<{ hash: string }>(HASH, [http.regionCode, enquiryId]))[0]?.hash
  const before = await hashNow()
  const code = newQueryCode()
  const hash = codeHash(enquiryId, code).toString('hex')
  const kept = JSON.stringify({ ...row, query_code_hash: hash })
  const number = await record(http, [enquiryId, PREFIX[kind], today, kept, '提问人'])
  // Of two at once the one whose code was kept shows it.
  const isFirst = before === undefined && isSameHash((await hashNow()) ?? '', hash)
  return { number, queryCode: isFirst ? code : null }
}

async function record({ db, regionCode }: HttpContext, values: readonly string[]): Promise<string> {
  const [asked] = await db.query<{ number: string }>(ASK, [regionCode, ...values])
  if (asked === undefined) throw new Error('A question without a number')
  return asked.number
}

function rowOf(question: Question, accountId: AccountId | null, now: Instant, dueOn: LocalDate) {
  const { kind, title, text, name, phone, email, applicationNumber } = question
  const orNull = (value: string | null) => (value === '' ? null : value)
  return {
    kind,
    account_id: accountId,
    asked_at: now,
    due_on: dueOn,
    content: {
      title,
      text,
      name,
      phone: orNull(phone),
      email: orNull(email),
      applicationNumber: orNull(applicationNumber),
    },
  }
}
