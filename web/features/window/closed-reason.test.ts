import { describe, expect, test } from 'vitest'
import { closedReason } from './closed-reason.ts'

const active = { status: 'active', handledBy: null, guideVersion: 1 } as const

describe('An item at the counter', () => {
  test('with a published guide is received', () => {
    expect(closedReason(active, false)).toBeNull()
  })
  test('devolved names where to go, whoever insists', () => {
    const devolved = { ...active, status: 'devolved', handledBy: '县林草局' } as const
    expect(closedReason(devolved, true)).toContain('请到县林草局办理')
  })
  test('suspended is received from who insists', () => {
    const suspended = { ...active, status: 'suspended' } as const
    expect(closedReason(suspended, false)).toContain('坚持申请')
    expect(closedReason(suspended, true)).toBeNull()
  })
  test('without a published guide is not received', () => {
    expect(closedReason({ ...active, guideVersion: null }, true)).toContain('尚未公布')
  })
})
