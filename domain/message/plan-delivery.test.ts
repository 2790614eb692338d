import { expect, test } from 'vitest'
import { pauseAfterTry, planDelivery, USUAL_WISHES } from './plan-delivery.ts'

const PERSON = {
  hasAccount: true,
  phone: '13800000001',
  email: 'shili@example.com',
  channels: ['sms', 'email'] as const,
  wishes: USUAL_WISHES,
}

test('a text message is tried before an e-mail, and the portal shows it in any case', () => {
  expect(planDelivery('legal', PERSON)).toEqual({
    inApp: true,
    sends: [
      { channel: 'sms', address: '13800000001' },
      { channel: 'email', address: 'shili@example.com' },
    ],
  })
})

test('whoever switched everything off still finds legal notices in the portal, and courtesies nowhere', () => {
  const wishes = {
    legalSms: false,
    legalEmail: false,
    courtesySms: false,
    courtesyEmail: false,
    courtesyInApp: false,
  }
  expect(planDelivery('legal', { ...PERSON, wishes })).toEqual({ inApp: true, sends: [] })
  expect(planDelivery('courtesy', { ...PERSON, wishes })).toEqual({ inApp: false, sends: [] })
})

test('a landline gets no text message; a channel that is not set up is not planned', () => {
  expect(planDelivery('legal', { ...PERSON, phone: '0837-2820000' }).sends).toEqual([
    { channel: 'email', address: 'shili@example.com' },
  ])
  expect(planDelivery('legal', { ...PERSON, channels: [] }).sends).toEqual([])
})

test('tries grow apart and end', () => {
  const pauses = [1, 2, 3, 4, 5].map((tries) => pauseAfterTry(tries) ?? 0)
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  expect(pauseAfterTry(6)).toBeUndefined()
})
