import { expect, test } from 'vitest'
import { checkIn } from '../../contract/bookings.ts'
import { endVisit } from '../../contract/session.ts'
import { CHECK_IN } from './check-in/check-in-operation.ts'
import { END_VISIT } from './idle/end-visit.ts'

test.each([
  [CHECK_IN, checkIn],
  [END_VISIT, endVisit],
])('the kiosk calls what the contract says: $path', (wire, { method, path }) =>
  expect(wire).toEqual({ method, path }),
)
