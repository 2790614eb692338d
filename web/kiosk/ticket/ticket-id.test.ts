import { expect, test } from 'vitest'
import { ticketIdOf } from './ticket-id.ts'

const ID = '019ab3c4-0000-7000-8000-000000000001'

test.each([
  [`https://window.example/ticket/${ID}`, ID],
  [` ${ID}\n`, ID],
  ['A012', undefined],
  ['https://window.example/verify/019ab3c4', undefined],
])('%s', (code, id) => expect(ticketIdOf(code)).toBe(id))
