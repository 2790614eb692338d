import { expect, test } from 'vitest'
import { hallBoard, hallFeed } from '../../contract/hall.ts'
import {
  hallDeviceHeartbeat,
  openEvaluation,
  pairHallDevice,
  rateService,
} from '../../contract/hall-devices.ts'
import {
  HALL_DEVICE_HEADER,
  returnAtKiosk,
  takeTicket,
  ticketStanding,
} from '../../contract/tickets.ts'
import { DEVICE_HEADER } from './hall-device.ts'
import * as light from './hall-operations.ts'

test.each([
  [light.HALL_BOARD, hallBoard],
  [light.HALL_FEED, hallFeed],
  [light.PAIR_DEVICE, pairHallDevice],
  [light.DEVICE_HEARTBEAT, hallDeviceHeartbeat],
  [light.TAKE_TICKET, takeTicket],
  [light.TICKET_STANDING, ticketStanding],
  [light.RETURN_AT_KIOSK, returnAtKiosk],
  [light.OPEN_EVALUATION, openEvaluation],
  [light.RATE_SERVICE, rateService],
])('screens and kiosk call what the contract says: $path', (wire, operation) => {
  const { method, path, answers } = operation
  expect({ answers: undefined, ...wire }).toEqual({ method, path, answers })
})
test('a device signs with the header of the contract', () =>
  expect(DEVICE_HEADER).toBe(HALL_DEVICE_HEADER))
