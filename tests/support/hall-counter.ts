import { expect } from 'vitest'
import type { HallBoard, HallDesk } from '../../contract/hall.ts'
import type { TicketForStaff, TicketView } from '../../contract/tickets.ts'
import { newId } from '../../server/event-log/chain.ts'
import type { composedServer } from './composed-server.ts'

type Server = Awaited<ReturnType<typeof composedServer>>
type Answer = { readonly statusCode: number; json(): unknown }

/** What was answered, which must not be a refusal. */
export function bodyOf<Body>(answer: Answer): Body {
  expect(answer.json()).not.toHaveProperty('code')
  return answer.json() as Body
}
export const codeOf = (answer: Answer) => (answer.json() as { code?: string }).code

/** A hall whose clerks, manager and devices act over the API, with a kiosk that is paired already. */
export async function hallOf(server: Server) {
  async function paired(kind: string, windowId: number | null) {
    const created = await server.send('dating', 'POST', '/api/hall/devices', {
      deviceId: newId(),
      kind,
      name: `示例${kind}`,
      windowId,
    })
    const { pairingCode } = bodyOf<{ pairingCode: string }>(created)
    const answer = await server.send(null, 'POST', '/api/hall/devices/pair', { code: pairingCode })
    const { token } = bodyOf<{ token: string }>(answer)
    return {
      pairingCode,
      send: async (method: 'GET' | 'POST', url: string, payload?: object) =>
        await server.http.inject({
          method,
          url,
          headers: { 'x-yichuang': '1', 'x-hall-device': token },
          ...(payload === undefined ? {} : { payload }),
        }),
    }
  }
  const kiosk = await paired('kiosk', null)
  const take = async (over: object = {}) =>
    await kiosk.send('POST', '/api/hall/tickets', {
      ticketId: newId(),
      queue: 'A',
      priorityReason: null,
      itemId: null,
      identity: null,
      ...over,
    })
  const taken = async (over: object = {}) => bodyOf<TicketView>(await take(over))
  const at = async (username: string, windowId: number, act: string, over: object = {}) =>
    await server.send(username, 'POST', `/api/hall/windows/${windowId}/${act}`, {
      commandId: newId(),
      ...over,
    })
  const on = async (username: string, ticketId: string, act: string, over: object = {}) =>
    await server.send(username, 'POST', `/api/hall/tickets/${ticketId}/${act}`, {
      commandId: newId(),
      ...over,
    })
  const called = async (username: string, windowId: number, over: object = {}) =>
    bodyOf<{ ticket: TicketForStaff | null }>(await at(username, windowId, 'call-next', over))
      .ticket
  const desk = async (username: string) =>
    bodyOf<HallDesk>(await server.send(username, 'GET', '/api/hall/desk'))
  const board = async () => bodyOf<HallBoard>(await server.send(null, 'GET', '/api/hall/board'))
  const standing = async (ticketId: string) =>
    bodyOf<TicketView>(await server.send(null, 'GET', `/api/hall/tickets/${ticketId}`))
  return { paired, kiosk, take, taken, at, on, called, desk, board, standing }
}
