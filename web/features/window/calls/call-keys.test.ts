import { expect, test } from 'vitest'
import type { TicketForStaff } from '../../../../contract/tickets.ts'
import { nextCallOf } from './call-keys.ts'

const ticket = (status: TicketForStaff['status']) => ({ number: 'A012', status }) as TicketForStaff

test('F2 calls when nobody is at the window', () => {
  expect(nextCallOf({ state: 'free', ticket: null }, false)).toEqual({ may: 'call' })
})

test('pressed a second time F2 loses nobody: who was called is begun or passed first', () => {
  const answer = nextCallOf({ state: 'busy', ticket: ticket('called') }, true)
  expect(answer).toMatchObject({ may: 'no', why: expect.stringContaining('过号') as string })
})

test('F2 asks before it ends a service, and does not ask when the act was just done', () => {
  const desk = { state: 'busy', ticket: ticket('serving') } as const
  expect(nextCallOf(desk, false)).toEqual({ may: 'confirm' })
  expect(nextCallOf(desk, true)).toEqual({ may: 'finish-and-call' })
})

test('a paused window calls nobody', () => {
  expect(nextCallOf({ state: 'paused', ticket: null }, false).may).toBe('no')
})
