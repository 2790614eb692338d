import { expect, test } from 'vitest'
import { networkProblem } from '../../api/api-problem.ts'
import { refusal } from '../../api/devices/open-requests.ts'
import { openOwnBox, type Means } from './open-own-box.ts'

const ORDER = {
  collectionId: 'c1',
  number: '513200-20260302-000001',
  code: '123456',
  identity: { number: '513201198805120015', entry: 'manual', proof: null },
  signature: 'data:image/png;base64,AAAA',
} as const
const OPENED_AT = '2026-03-02T01:00:05.000Z'

function kiosk(over: Partial<Means> = {}) {
  const told: object[] = []
  let ids = 0
  const means: Means = {
    ask: async () => ({ box: 3 }),
    open: async (box, reference) => ({
      ok: true,
      value: { box, reference, openedAt: OPENED_AT },
    }),
    tell: async (_, news) => void told.push(news),
    newId: () => `n${(ids += 1)}`,
    ...over,
  }
  return { means, told }
}

test('the door’s own word is told, under one id however often its answer is lost', async () => {
  let lost = 1
  const told: object[] = []
  const { means } = kiosk({
    tell: async (_, news) => {
      told.push(news)
      if (lost-- > 0) throw networkProblem()
    },
  })
  expect(await openOwnBox(means, ORDER)).toEqual({ is: 'open', box: 3 })
  const news = { commandId: 'n1', news: 'opened', openedAt: OPENED_AT, fault: null }
  expect(told).toEqual([news, news])
})

test('a door that stays shut, or answers for another one, is told as stuck and never as opened', async () => {
  const jammed = kiosk({ open: async () => refusal('box-stuck') })
  expect(await openOwnBox(jammed.means, ORDER)).toEqual({ is: 'stuck', box: 3 })
  expect(jammed.told).toMatchObject([{ news: 'stuck', fault: 'box-stuck', openedAt: null }])
  const other = kiosk({
    open: async (box) => ({ ok: true, value: { box, reference: 'c0', openedAt: OPENED_AT } }),
  })
  expect(await openOwnBox(other.means, ORDER)).toEqual({ is: 'stuck', box: 3 })
  expect(other.told).toMatchObject([{ news: 'stuck', fault: 'device-garbage' }])
})

test('who may not have the box opens none', async () => {
  let opened = 0
  const { means } = kiosk({
    ask: async () => {
      throw networkProblem()
    },
    open: async () => {
      opened += 1
      return refusal('box-stuck')
    },
  })
  expect(await openOwnBox(means, ORDER)).toMatchObject({ is: 'refused', problem: { status: 0 } })
  expect(opened).toBe(0)
})
