import type { mergeTickets, reserveTickets } from '../../../contract/offline.ts'
import type { WireOf } from '../../api/call.ts'

export const RESERVE_TICKETS: WireOf<typeof reserveTickets> = {
  method: 'POST',
  path: '/api/offline/ticket-ranges',
}
export const MERGE_TICKETS: WireOf<typeof mergeTickets> = {
  method: 'POST',
  path: '/api/offline/ticket-merge',
}
