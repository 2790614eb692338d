import { describe, expect, test } from 'vitest'
import type { ServiceItemId } from '../shared/ids.ts'
import { endedWithoutGrant, type AwaitedResult } from './awaited-result.ts'
import { refusalToGoOnAlone, releasedBy } from './go-on-alone.ts'

const awaited = (itemId: string, endedAs: string | null, isBinding: boolean): AwaitedResult => ({
  itemId: itemId as ServiceItemId,
  name: itemId,
  endedAs,
  isBinding,
})

describe('a part that waits for one that ended', () => {
  test('goes on alone where only the bundle proposed the order', () => {
    const both = [awaited('licence', '已撤回', false), awaited('fire', null, true)]
    expect(refusalToGoOnAlone(both)).toBeNull()
    expect(releasedBy(both)).toEqual(['licence'])
  })
  test('does not where the law makes the one a condition of the other', () => {
    expect(refusalToGoOnAlone([awaited('licence', '不予许可', true)])).toEqual({
      code: 'bundle-part-depends',
      items: ['licence'],
    })
  })
  test('waits while the other is still under way, and where it waits for nothing', () => {
    const under = [awaited('licence', null, false)]
    expect(refusalToGoOnAlone(under)).toMatchObject({ code: 'bundle-nothing-ended' })
    expect(refusalToGoOnAlone([])).toMatchObject({ code: 'bundle-nothing-ended', items: [] })
  })
})

test('a refused part has ended, also after its letter was handed out; a granted one has not', () => {
  const decided = (outcome: 'grant' | 'refuse') =>
    ({ outcome, on: '2026-03-05', reason: '', deemed: false }) as never
  expect(endedWithoutGrant({ status: 'archived', decision: decided('refuse') })).toBe(true)
  expect(endedWithoutGrant({ status: 'archived', decision: decided('grant') })).toBe(false)
  expect(endedWithoutGrant({ status: 'withdrawn', decision: null })).toBe(true)
  expect(endedWithoutGrant({ status: 'in-review', decision: null })).toBe(false)
})
