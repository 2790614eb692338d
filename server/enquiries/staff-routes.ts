import type { FastifyInstance } from 'fastify'
import {
  answerEnquiry,
  forwardEnquiry,
  getEnquiry,
  listEnquiries,
} from '../../contract/enquiries.ts'
import { mayReadEnquiry } from '../../domain/enquiry/enquiry-rules.ts'
import { maskName } from '../../domain/identifiers/mask.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import { actOnEnquiry, answerOf, forwardingOf } from './act-on-enquiry.ts'
import type { EnquiriesContext } from './enquiries-context.ts'
import { loadEnquiry } from './enquiry-row.ts'
import { enquiryView, type LogRow, staffView } from './enquiry-view.ts'
import { readEnquiryList } from './read-enquiry-list.ts'

const LOG = `
  select act, at, person_name as "byName", detail from enquiry_log
   where region_code = $1 and enquiry_id = $2 order by at, command_id`

/** The lists and acts of who answers: departments, windows, supervision. */
export function staffEnquiryRoutes(server: FastifyInstance, context: EnquiriesContext): void {
  const { http, reference } = context
  const todayOf = ({ regionCode }: Session) => localDateOf(http.clock(regionCode))
  const shown = async (session: Session, enquiryId: string) => {
    const { regionCode, actor } = session
    const row = await loadEnquiry(http.db, regionCode, enquiryId)
    if (row === undefined || !mayReadEnquiry(row, actor))
      return refuse('not-found', '没有这件咨询或者投诉，或者它不由您办理。')
    const log = await http.db.query<LogRow>(LOG, [regionCode, enquiryId])
    const value = staffView(row, log, reference, actor, todayOf(session))
    return { ok: true as const, value }
  }
  registerOperation(server, http, listEnquiries, async ({ query, session }) => {
    const today = todayOf(session)
    const { rows, next, open, overdue } = await readEnquiryList(http.db, session, query, today)
    return {
      ok: true,
      value: {
        rows: rows.map((row) => {
          const { text: _text, answer: _answer, ...view } = enquiryView(row, reference, today)
          return { ...view, askerName: maskName(row.content.name) }
        }),
        next,
        open,
        overdue,
      },
    }
  })
  registerOperation(server, http, getEnquiry, async ({ params, session }) =>
    shown(session, params.enquiryId),
  )
  registerOperation(server, http, answerEnquiry, async ({ params, body, session }) => {
    const refused = await actOnEnquiry(context, session, params.enquiryId, body, (row) =>
      answerOf(row, session.actor, body, http.clock(session.regionCode)),
    )
    return refused ?? (await shown(session, params.enquiryId))
  })
  registerOperation(server, http, forwardEnquiry, async ({ params, body, session }) => {
    const { departmentId } = body
    const isKnown = reference.organisations.some(
      (one) => one.organisationId === departmentId && one.body === 'department',
    )
    if (departmentId && !isKnown)
      return refuse('unknown-organisation', '没有这个部门，请从部门清单中选择。')
    const refused = await actOnEnquiry(context, session, params.enquiryId, body, (row) =>
      forwardingOf(row, session.actor, body),
    )
    if (refused !== null) return refused
    const row = await loadEnquiry(http.db, session.regionCode, params.enquiryId)
    if (row === undefined) return refuse('not-found', '没有这件咨询或者投诉。')
    // Sent on, it is no longer theirs to read.
    return { ok: true, value: staffView(row, [], reference, session.actor, todayOf(session)) }
  })
}
