import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/messages.ts'
import { USUAL_WISHES } from '../../domain/message/plan-delivery.ts'
import type { Database } from '../database/connect.ts'
import type { HttpContext } from '../http/http-context.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import { countUnread, listDeliveryRows, listMessages, markRead } from './message-rows.ts'
import { findRecipient } from './recipient.ts'
import type { SimulatedMessage } from './sms-simulator.ts'

/** A citizen's own messages and wishes; what was sent, for the system administrator. */
export function messageRoutes(
  http: FastifyInstance,
  context: HttpContext,
  simulated: () => readonly SimulatedMessage[],
): void {
  const { db } = context

  registerOperation(http, context, contract.listMessages, async ({ query, session }) => {
    const { regionCode } = session
    const recipients = recipientsOf(session)
    const page = await listMessages(db, regionCode, recipients, query)
    return { ok: true, value: { ...page, unread: await countUnread(db, regionCode, recipients) } }
  })

  registerOperation(http, context, contract.countUnreadMessages, async ({ session }) => {
    const unread = await countUnread(db, session.regionCode, recipientsOf(session))
    return { ok: true, value: { unread } }
  })

  registerOperation(http, context, contract.markMessagesRead, async ({ body, session }) => {
    const recipients = recipientsOf(session)
    await markRead(db, session.regionCode, recipients, body)
    return {
      ok: true,
      value: { unread: await countUnread(db, session.regionCode, recipients) },
    }
  })

  registerOperation(http, context, contract.readMessagePreferences, async ({ session }) => {
    return { ok: true, value: await wishesOf(db, session) }
  })

  registerOperation(http, context, contract.setMessagePreferences, async ({ body, session }) => {
    await db.query(SET_WISHES, [
      session.regionCode,
      session.actor.accountId,
      body.legalSms,
      body.legalEmail,
      body.courtesySms,
      body.courtesyEmail,
      body.courtesyInApp,
    ])
    return { ok: true, value: await wishesOf(db, session) }
  })

  registerOperation(http, context, contract.listDeliveries, async ({ query, session }) => {
    return { ok: true, value: await listDeliveryRows(db, session.regionCode, query) }
  })

  registerOperation(http, context, contract.demonstrationMessages, async () => {
    return await Promise.resolve({ ok: true, value: { messages: [...simulated()] } })
  })
}

const SET_WISHES = `
  insert into message_preference as p
    (region_code, account_id, legal_sms, legal_email, courtesy_sms, courtesy_email, courtesy_in_app)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (region_code, account_id) do update
    set legal_sms = excluded.legal_sms, legal_email = excluded.legal_email, courtesy_sms = excluded.courtesy_sms,
        courtesy_email = excluded.courtesy_email, courtesy_in_app = excluded.courtesy_in_app`

async function wishesOf(db: Database, { regionCode, actor }: Session) {
  return (await findRecipient(db, regionCode, actor.accountId))?.wishes ?? USUAL_WISHES
}

/** What is addressed to the person, as far as the account is that person. */
function recipientsOf({ actor }: Session): readonly string[] {
  return [`account:${actor.accountId}`, ...(actor.identity === undefined ? [] : [actor.identity])]
}
