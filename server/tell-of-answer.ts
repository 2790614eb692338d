import type { Instant } from '../domain/shared/ids.ts'
import type { AnsweredEnquiry } from './enquiries/enquiries-context.ts'
import type { SendMessage } from './messages/send-message.ts'

/** A courtesy to whoever asked: by their account, or by the phone or e-mail they left. */
export function tellOfAnswer(
  sendMessage: SendMessage,
): (answered: AnsweredEnquiry) => Promise<void> {
  return async ({ regionCode, enquiryId, number, kindName, accountId, phone, email }) =>
    await sendMessage({
      regionCode,
      kind: 'consultation-answered',
      key: `enquiry:${enquiryId}:answered`,
      to: { accountId, phone, email },
      item: kindName,
      number,
      at: new Date().toISOString() as Instant,
    })
}
