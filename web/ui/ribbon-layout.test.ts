import { describe, expect, test } from 'vitest'
import type { LedgerView } from '../../contract/clock-view.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { addDays } from '../../domain/shared/local-date.ts'
import { columnOf, ribbonLayout, workingDaysLeft } from './ribbon-layout.ts'

type Kind = LedgerView['days'][number]['kind']
const LETTER: Record<string, Kind> = {
  s: 'start',
  w: 'working',
  e: 'weekend',
  h: 'holiday',
  m: 'make-up',
  p: 'paused',
}

/** A ledger from letters, one a day: s start, w working, e weekend, h 清明, m make-up, p hearing. */
function ledger(letters: string, limits: Partial<LedgerView>): LedgerView {
  let counted = 0
  const startsOn = '2026-03-30'
  const days = Array.from(letters, (letter, index) => {
    const kind = LETTER[letter] ?? 'after'
    const counts = kind === 'working' || kind === 'make-up'
    if (counts) counted += 1
    return {
      date: addDays(startsOn as LocalDate, index),
      kind,
      counted: counts ? counted : null,
      label: kind === 'holiday' ? '清明节' : kind === 'paused' ? '听证' : '',
      why: '',
    }
  })
  return {
    clock: 'decision',
    startsOn,
    committedOn: null,
    statutoryOn: days.at(-1)?.date ?? null,
    today: startsOn,
    endedOn: null,
    endedBy: null,
    days,
    sentence: '',
    ...limits,
  }
}
const kinds = (view: LedgerView) => ribbonLayout(view).cells.map(({ kind }) => kind)

describe('the cells of the ribbon', () => {
  test('working days are used up to today, then left to the committed limit, then in reserve', () => {
    const view = ledger('swwww', { today: '2026-03-31', committedOn: '2026-04-02' })
    expect(kinds(view)).toEqual(['start', 'used', 'left', 'left', 'reserve'])
  })
  test('an overrun goes on to today, over the weekend, though the ledger ends with the limit', () => {
    const view = ledger('swww', { today: '2026-04-05' })
    expect(kinds(view)).toEqual(['start', 'used', 'used', 'used', 'overrun', 'off', 'off'])
  })
  test('a weekend inside a special procedure is hatched with it, one beside it is not', () => {
    expect(kinds(ledger('speeppee', {}))).toEqual([
      'start',
      ...Array.from({ length: 5 }, () => 'paused'),
      'off',
      'off',
    ])
  })
  test('a make-up workday counts and is marked', () => {
    expect(ribbonLayout(ledger('sm', {})).cells[1]).toMatchObject({ ordinal: 1, makeUp: true })
  })
})

describe('a clock that has stopped', () => {
  const delivered = { endedOn: '2026-04-01', endedBy: 'delivered', today: '2026-04-20' } as const
  test('stands at the day it stopped: later days are plain and carry no number', () => {
    const { cells, used } = ribbonLayout(ledger('swwwemw', delivered))
    expect(cells.map(({ kind }) => kind)).toEqual([
      'start',
      'used',
      'used',
      'outside',
      'outside',
      'outside',
      'outside',
    ])
    expect(cells.slice(3).every(({ ordinal, makeUp }) => ordinal === null && !makeUp)).toBe(true)
    expect(used).toBe(2)
  })
  test('an overrun ends with it, not today', () => {
    expect(kinds(ledger('sw', delivered))).toEqual(['start', 'used', 'overrun'])
  })
})

describe('the names on the ribbon', () => {
  test('the days of one holiday carry its name once, shortened', () => {
    expect(ribbonLayout(ledger('swhhhw', {})).runs).toEqual([
      { kind: 'holiday', from: 3, to: 5, name: '清明' },
    ])
  })
  test('a special procedure tells its working days, without the weekend inside it', () => {
    expect(ribbonLayout(ledger('sppeepw', {})).runs).toEqual([
      { kind: 'pause', from: 2, to: 6, name: '听证 3 个工作日' },
    ])
  })
  test('two procedures with a working day between are two', () => {
    expect(ribbonLayout(ledger('spwp', {})).runs.map(({ from, to }) => [from, to])).toEqual([
      [2, 2],
      [4, 4],
    ])
  })
  test('months stand where they begin, and a new year is named', () => {
    expect(ribbonLayout(ledger('sww', {})).months).toEqual([
      { from: 1, to: 2, name: '3月' },
      { from: 3, to: 3, name: '4月' },
    ])
  })
})

describe('what is told in numbers', () => {
  const view = ledger('swwwwhw', { today: '2026-04-01', committedOn: '2026-04-02' })
  const layout = ribbonLayout(view)
  test('days used and days of both limits', () =>
    expect(layout).toMatchObject({ used: 2, committed: 3, statutory: 5 }))
  test('days left until each limit', () => {
    expect(workingDaysLeft(layout, layout.committed)).toBe(1)
    expect(workingDaysLeft(layout, layout.statutory)).toBe(3)
  })
  test('a day the ribbon does not reach has no column', () => {
    expect(columnOf(layout, '2026-04-01')).toBe(3)
    expect(columnOf(layout, '2027-01-01')).toBeUndefined()
  })
})
