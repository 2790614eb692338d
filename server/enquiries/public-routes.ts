import type { FastifyInstance } from 'fastify'
import {
  ask,
  listMyEnquiries,
  listPublishedAnswers,
  lookUpEnquiry,
} from '../../contract/enquiries.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { registerOperation } from '../http/register-operation.ts'
import { askEnquiry } from './ask-enquiry.ts'
import type { EnquiriesContext } from './enquiries-context.ts'
import { COLUMNS, type EnquiryRow } from './enquiry-row.ts'
import { enquiryView } from './enquiry-view.ts'
import { lookUp } from './look-up.ts'

const MINE = `select ${COLUMNS} from enquiry where region_code = $1 and account_id = $2 order by asked_at desc limit 100`
const PUBLISHED = `
  select ${COLUMNS} from enquiry
   where region_code = $1 and published and ($2::text is null or item_id = $2) order by answered_at desc limit 50`

/** What anybody may ask, follow and read; who is signed in finds their own again without a code. */
export function publicEnquiryRoutes(server: FastifyInstance, context: EnquiriesContext): void {
  const { http, reference } = context
  registerOperation(server, http, ask, async ({ body, visitor }) =>
    askEnquiry(context, body, visitor),
  )
  registerOperation(server, http, lookUpEnquiry, async ({ body }) => {
    const found = await lookUp(context, body.number, body.code)
    return 'code' in found ? { ok: false, violation: found } : { ok: true, value: found }
  })
  registerOperation(server, http, listMyEnquiries, async ({ session }) => {
    const { regionCode, actor } = session
    const rows = await http.db.query<EnquiryRow>(MINE, [regionCode, actor.accountId])
    const today = localDateOf(http.clock(regionCode))
    return {
      ok: true,
      value: { enquiries: rows.map((row) => enquiryView(row, reference, today)) },
    }
  })
  registerOperation(server, http, listPublishedAnswers, async ({ query }) => {
    const { regionCode } = http
    const rows = await http.db.query<EnquiryRow>(PUBLISHED, [regionCode, query.itemId || null])
    const today = localDateOf(http.clock(regionCode))
    return {
      ok: true,
      value: {
        answers: rows.flatMap((row) => {
          const view = enquiryView(row, reference, today)
          const { number, itemId, itemName, title, text, answer, answererName } = view
          if (answer === null) return []
          const answeredOn = localDateOf(answer.at as EnquiryRow['askedAt'])
          return [
            {
              number,
              itemId,
              itemName,
              title,
              text,
              answer: answer.text,
              answererName,
              answeredOn,
            },
          ]
        }),
      },
    }
  })
}
