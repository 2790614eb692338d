import { describe, expect, test } from 'vitest'
import type { LedgerView } from '../../contract/clock-view.ts'
import { ribbonLayout } from './ribbon-layout.ts'
import { flagsOf, spokenOf } from './ribbon-words.ts'

/** Decided on Monday 23 November, two working days counted, due on the second. */
const RUNNING: LedgerView = {
  clock: 'issuance',
  startsOn: '2026-11-23',
  committedOn: null,
  statutoryOn: '2026-11-25',
  today: '2026-11-24',
  endedOn: null,
  endedBy: null,
  days: [
    { date: '2026-11-23', kind: 'start', counted: null, label: '', why: '' },
    { date: '2026-11-24', kind: 'working', counted: 1, label: '', why: '' },
    { date: '2026-11-25', kind: 'working', counted: 2, label: '', why: '' },
  ],
  sentence: '',
}
const ended = (endedBy: NonNullable<LedgerView['endedBy']>): LedgerView => ({
  ...RUNNING,
  today: '2026-12-30',
  endedOn: '2026-11-24',
  endedBy,
})
const words = (view: LedgerView, terse = false) =>
  flagsOf(view, ribbonLayout(view), terse).map(({ text }) => text)

describe('the words on the poles', () => {
  test('while the clock runs, today and what remains', () => {
    expect(words(RUNNING)).toEqual(['今天 11月24日', '法定 11月25日 · 还剩 1', '决定 11月23日'])
  })
  test('once delivered, the day of delivery and nothing that remains', () => {
    expect(words(ended('delivered'))).toEqual(['送达 11月24日', '法定 11月25日', '决定 11月23日'])
  })
  test('posting, withdrawal and termination are called by their names', () => {
    const firstOf = (by: NonNullable<LedgerView['endedBy']>) => words(ended(by), true)[0]
    expect([firstOf('posted'), firstOf('withdrawn'), firstOf('terminated')]).toEqual([
      '寄出',
      '撤回',
      '终止',
    ])
  })
  test('the spoken ribbon ends there too', () => {
    const view = ended('delivered')
    expect(spokenOf(view, ribbonLayout(view))).toBe(
      '送达期限时间带；决定2026年11月23日；送达2026年11月24日，已用 1 个工作日 · 法定 2；法定2026年11月25日',
    )
  })
})
