import type { hallBoard, hallFeed } from '../../contract/hall.ts'
import type {
  hallDeviceHeartbeat,
  openEvaluation,
  pairHallDevice,
  rateService,
} from '../../contract/hall-devices.ts'
import type { returnAtKiosk, takeTicket, ticketStanding } from '../../contract/tickets.ts'
import type { WireOf } from './call.ts'

// Method and path alone, as the light pages need them; a test holds each against the contract.

export const HALL_BOARD: WireOf<typeof hallBoard> = { method: 'GET', path: '/api/hall/board' }
export const HALL_FEED: WireOf<typeof hallFeed> = {
  method: 'GET',
  path: '/api/hall/live',
  answers: 'stream',
}
export const PAIR_DEVICE: WireOf<typeof pairHallDevice> = {
  method: 'POST',
  path: '/api/hall/devices/pair',
}
export const DEVICE_HEARTBEAT: WireOf<typeof hallDeviceHeartbeat> = {
  method: 'POST',
  path: '/api/hall/devices/heartbeat',
}
export const TAKE_TICKET: WireOf<typeof takeTicket> = { method: 'POST', path: '/api/hall/tickets' }
export const TICKET_STANDING: WireOf<typeof ticketStanding> = {
  method: 'GET',
  path: '/api/hall/tickets/:ticketId',
}
export const RETURN_AT_KIOSK: WireOf<typeof returnAtKiosk> = {
  method: 'POST',
  path: '/api/hall/tickets/:ticketId/return-at-kiosk',
}
export const OPEN_EVALUATION: WireOf<typeof openEvaluation> = {
  method: 'GET',
  path: '/api/hall/evaluation',
}
export const RATE_SERVICE: WireOf<typeof rateService> = {
  method: 'POST',
  path: '/api/hall/evaluation',
}
