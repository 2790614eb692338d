import { describe, expect, test } from 'vitest'
import { NO_CHECKS } from './intake-draft.ts'
import { windowActsOf, type Found } from './window-acts.ts'

const ALL = { complete: true, elementsFilled: true, legalForm: true, withinJurisdiction: true }
const found = (changes: Partial<Found> = {}): Found => ({
  status: 'received',
  possible: ['assess', 'accept', 'request-correction', 'decline', 'withdraw'],
  materials: { 1: 'held', 2: 'held' },
  tolerable: [],
  checks: ALL,
  asked: null,
  ...changes,
})

describe('The three answers at the counter', () => {
  test('with every material in order and the four checks made, it is accepted', () => {
    const acts = windowActsOf(found())
    expect(acts.accept).toBeNull()
    expect(acts['request-correction']).toContain('没有需要补正的材料')
    expect(acts.decline).toBeNull()
  })
  test('with a material lacking, only correction is left, and the material is named', () => {
    const acts = windowActsOf(found({ materials: { 1: 'held', 2: 'missing', 3: 'defective' } }))
    expect(acts.accept).toContain('第 2、3 项')
    expect(acts['request-correction']).toBeNull()
  })
  test('a material mended on the spot opens acceptance though the server still counts it as missing', () => {
    const possible = ['assess', 'request-correction', 'decline']
    expect(windowActsOf(found({ possible })).accept).toBeNull()
  })
  test('with nothing lacking but what may follow, it is accepted on a promise', () => {
    const lacking = { materials: { 1: 'held', 2: 'missing' } as const, tolerable: [2] }
    expect(windowActsOf(found(lacking)).accept).toBeNull()
    const incomplete = { ...lacking, checks: { ...ALL, complete: false } }
    expect(windowActsOf(found(incomplete)).accept).toBeNull()
    expect(windowActsOf(found({ ...lacking, tolerable: [] })).accept).toContain('第 2 项')
  })
  test('an unmade check is named', () => {
    const acts = windowActsOf(found({ checks: { ...ALL, legalForm: false } }))
    expect(acts.accept).toBe('四项核验未完成：符合法定形式')
    expect(windowActsOf(found({ checks: NO_CHECKS })).accept).toContain('材料齐全、要素完整')
  })
  test('what the first correction did not name cannot be asked for later', () => {
    const acts = windowActsOf(found({ materials: { 1: 'defective', 2: 'missing' }, asked: [2] }))
    expect(acts['request-correction']).toContain('第 1 项首次没有列明')
    expect(windowActsOf(found({ materials: { 1: 'held', 2: 'missing' }, asked: [2] }))).toEqual(
      expect.objectContaining({ 'request-correction': null }),
    )
  })
  test('while corrections are awaited nothing but their supply is possible', () => {
    const acts = windowActsOf(
      found({ status: 'awaiting-correction', possible: ['supply-correction', 'withdraw'] }),
    )
    expect(acts.accept).toContain('等待申请人补正')
    expect(acts['request-correction']).toContain('等待申请人补正')
  })
  test('a clerk without the training is told so', () => {
    expect(windowActsOf(found({ possible: [] })).accept).toContain('培训')
  })
  test('an application already answered is closed to all three', () => {
    const acts = windowActsOf(found({ status: 'accepted', possible: ['withdraw'] }))
    expect(Object.values(acts).every((reason) => reason?.includes('已经答复'))).toBe(true)
  })
})
