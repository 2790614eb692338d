import type { LedgerView } from '../../contract/application-view.ts'
import { longDate, monthDay, remainingWords } from './dates.ts'
import type { RibbonFlag } from './ribbon-flags.ts'
import { columnOf, standingDay, workingDaysLeft, type RibbonLayout } from './ribbon-layout.ts'

/** What the clock counts, and what began it. */
const CLOCK_WORDS = {
  acceptance: { title: '受理期限', start: '收件' },
  decision: { title: '办理期限', start: '受理' },
  committed: { title: '办理期限', start: '受理' },
  issuance: { title: '送达期限', start: '决定' },
} as const satisfies Record<LedgerView['clock'], { title: string; start: string }>

const END_WORD = {
  delivered: '送达',
  posted: '寄出',
  withdrawn: '撤回',
  terminated: '终止',
} as const satisfies Record<NonNullable<LedgerView['endedBy']>, string>

/** 今天, or what stopped the clock. */
export function standingWord({ endedBy }: LedgerView): string {
  return endedBy === null ? '今天' : END_WORD[endedBy]
}

export function titleOf(ledger: LedgerView): string {
  return CLOCK_WORDS[ledger.clock].title
}

/** 已用 8 个工作日 · 承诺 15 · 法定 20 */
export function countsOf({ used, committed, statutory }: RibbonLayout): string {
  return [
    `已用 ${used} 个工作日`,
    ...(committed === null ? [] : [`承诺 ${committed}`]),
    ...(statutory === null ? [] : [`法定 ${statutory}`]),
  ].join(' · ')
}

/** Today, or the end, comes first: it keeps its place, the others make way. `terse` leaves out what remains. */
export function flagsOf(
  ledger: LedgerView,
  layout: RibbonLayout,
  terse: boolean,
): readonly RibbonFlag[] {
  const flags: RibbonFlag[] = []
  const add = (kind: RibbonFlag['kind'], date: string | null, text: string) => {
    const column = columnOf(layout, date)
    if (column !== undefined && date !== null) flags.push({ kind, column, text })
  }
  const limit = (word: string, date: string | null, days: number | null) => {
    const left = leftWords(ledger, layout, date, days).replace(' 个工作日', '')
    return `${word} ${monthDay(date ?? '')}${terse || left === '' ? '' : ` · ${left}`}`
  }
  const { committedOn, statutoryOn } = ledger
  const standing = standingDay(ledger)
  const word = standingWord(ledger)
  add(
    ledger.endedOn === null ? 'today' : 'ended',
    standing,
    terse ? word : `${word} ${monthDay(standing)}`,
  )
  add('committed', committedOn, limit('承诺', committedOn, layout.committed))
  const same = committedOn !== null && committedOn === statutoryOn
  if (!same) add('statutory', statutoryOn, limit('法定', statutoryOn, layout.statutory))
  const start = CLOCK_WORDS[ledger.clock].start
  add('start', ledger.startsOn, `${start} ${monthDay(ledger.startsOn)}`)
  return flags
}

/** The whole ribbon in words, for those who do not see it. */
export function spokenOf(ledger: LedgerView, layout: RibbonLayout): string {
  const limit = (word: string, date: string | null, days: number | null) =>
    date === null
      ? []
      : [
          [`${word}${longDate(date)}`, leftWords(ledger, layout, date, days)]
            .filter((words) => words !== '')
            .join('，'),
        ]
  return [
    `${titleOf(ledger)}时间带`,
    `${CLOCK_WORDS[ledger.clock].start}${longDate(ledger.startsOn)}`,
    `${standingWord(ledger)}${longDate(standingDay(ledger))}，${countsOf(layout)}`,
    ...limit('承诺', ledger.committedOn, layout.committed),
    ...limit('法定', ledger.statutoryOn, layout.statutory),
    ...layout.runs.map(({ kind, name }) => `${name}${kind === 'pause' ? '，期限暂停' : ''}不计入`),
  ].join('；')
}

/** Nothing is left once it stopped; the ledger counts no day past its last limit: beyond it only that it has passed is said. */
function leftWords(
  { today, endedOn }: LedgerView,
  layout: RibbonLayout,
  date: string | null,
  days: number | null,
): string {
  if (endedOn !== null) return ''
  const left = workingDaysLeft(layout, days)
  return date !== null && date < today && left === 0 ? '已过期' : remainingWords(left)
}
