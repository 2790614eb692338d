import { expect, test } from 'vitest'
import { checkIn } from '../../contract/bookings.ts'
import { askForBox, tellOfBox } from '../../contract/lockers.ts'
import { mergeTickets, reserveTickets } from '../../contract/offline.ts'
import { endVisit } from '../../contract/session.ts'
import { CHECK_IN } from './check-in/check-in-operation.ts'
import { ASK_FOR_BOX, TELL_OF_BOX } from './collect/locker-operations.ts'
import { MERGE_TICKETS, RESERVE_TICKETS } from './offline/offline-operations.ts'
import { END_VISIT } from './idle/end-visit.ts'

test.each([
  [CHECK_IN, checkIn],
  [ASK_FOR_BOX, askForBox],
  [TELL_OF_BOX, tellOfBox],
  [END_VISIT, endVisit],
  [RESERVE_TICKETS, reserveTickets],
  [MERGE_TICKETS, mergeTickets],
])('the kiosk calls what the contract says: $path', (wire, { method, path }) =>
  expect(wire).toEqual({ method, path }),
)
