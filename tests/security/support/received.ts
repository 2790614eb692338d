import { newId } from '../../../server/event-log/chain.ts'
import type { composedServer } from '../../support/composed-server.ts'

export const APPLICANT = {
  kind: 'person',
  name: '张·示例',
  identityType: 'id-card',
  identityNumber: '513201198805120015',
  phone: null,
  address: null,
  contactName: null,
}

/** An application that the window has received: of item 36, for the first applicant of the cast. */
export async function received(
  server: Pick<Awaited<ReturnType<typeof composedServer>>, 'send'>,
): Promise<string> {
  const applicationId = newId()
  const answer = await server.send('chuangkou1', 'POST', '/api/applications', {
    commandId: newId(),
    applicationId,
    itemId: 'aba-36',
    applicant: APPLICANT,
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return applicationId
}
