import { expect } from 'vitest'
import { newId } from '../../server/event-log/chain.ts'
import type { composedServer } from './composed-server.ts'

type Server = Pick<Awaited<ReturnType<typeof composedServer>>, 'send'>

/** An application of a person for 互联网上网服务营业场所 as the window receives it, with all its materials; its id. */
export async function receivedAtWindow(server: Server, applicant: object = {}): Promise<string> {
  const applicationId = newId()
  const answer = await server.send('chuangkou1', 'POST', '/api/applications', {
    commandId: newId(),
    applicationId,
    itemId: 'aba-36',
    applicant: {
      kind: 'person',
      name: '张·示例',
      identityType: 'id-card',
      identityNumber: '513201198805120015',
      phone: '13800000000',
      address: null,
      contactName: null,
      ...applicant,
    },
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  })
  expect(answer.statusCode).toBe(200)
  return applicationId
}
