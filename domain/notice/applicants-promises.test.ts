import { describe, expect, test } from 'vitest'
import type { ApplicationEvent } from '../application/events.ts'
import { noticesFor } from './notices-for.ts'
import { applicationFrom } from '../application/evolve.ts'
import type { LodgedApplication } from '../application/application.ts'
import { CONTEXT } from './testing/lives.ts'
import { accepted, bodyText, date, receipt } from './testing/paper.ts'

const RECEIVED = receipt(CONTEXT)
const promising = (over: object): ApplicationEvent => ({ ...RECEIVED, ...over }) as ApplicationEvent
const papersAfter = (...history: readonly ApplicationEvent[]) => {
  const last = history.at(-1)
  if (last === undefined) throw new Error('Nothing happened')
  return noticesFor(last, applicationFrom(history) as LodgedApplication, CONTEXT)
}

describe('the commitment letter (告知承诺书)', () => {
  test('names what the commitment stands for, the other way, and what a false one costs', () => {
    const [, letter] = papersAfter(
      promising({ materials: { 1: 'held', 2: 'held', 3: 'promised' } }),
    )
    expect(letter?.title).toBe('告知承诺书')
    const text = bodyText(letter ?? fail())
    for (const words of ['3 | 身份证明', '可以不作承诺', '撤销决定', '承诺人（代理人）签名'])
      expect(text).toContain(words)
    expect(text).not.toContain('申请书')
  })

  test('is not made where nothing was promised', () => {
    expect(papersAfter(RECEIVED).map(({ kind }) => kind)).toEqual(['receipt-slip'])
  })
})

describe('the promise of a tolerant acceptance (容缺受理承诺书)', () => {
  test('names what is to come, by which day, and that no result goes out before', () => {
    const received = promising({ materials: { 1: 'held', 2: 'missing', 3: 'held' } })
    const tolerated = {
      ...accepted('2026-03-02'),
      tolerance: { materials: [2], dueOn: date('2026-03-09') },
    } as ApplicationEvent
    const [notice, promise] = papersAfter(received, tolerated)
    expect(notice?.kind).toBe('acceptance-notice')
    expect(promise?.title).toBe('容缺受理承诺书')
    const text = bodyText(promise ?? fail())
    for (const words of ['2 | 场所或者资格证明', '2026年3月9日前（含当日）', '不制证、不出件'])
      expect(text).toContain(words)
  })
})

function fail(): never {
  throw new Error('The paper was not made')
}
