import type { LedgerView } from '../../contract/clock-view.ts'
import { longDate, monthDay, remainingShort, remainingWords } from './dates.ts'
import type { UiLanguage } from './language.ts'
import type { RibbonFlag } from './ribbon-flags.ts'
import { columnOf, standingDay, workingDaysLeft, type RibbonLayout } from './ribbon-layout.ts'
import { RIBBON_TEXT } from './ribbon-text.ts'

/** 今天, or what stopped the clock. */
export function standingWord({ endedBy }: LedgerView, language: UiLanguage = 'zh'): string {
  const text = RIBBON_TEXT[language]
  return endedBy === null ? text.today : text.end[endedBy]
}

export function titleOf(ledger: LedgerView, language: UiLanguage = 'zh'): string {
  return RIBBON_TEXT[language].title[ledger.clock]
}

/** 已用 8 个工作日 · 承诺 15 · 法定 20 */
export function countsOf(
  { used, committed, statutory }: RibbonLayout,
  language: UiLanguage = 'zh',
): string {
  const text = RIBBON_TEXT[language]
  return [
    text.used(used),
    ...(committed === null ? [] : [`${text.committed} ${committed}`]),
    ...(statutory === null ? [] : [`${text.statutory} ${statutory}`]),
  ].join(' · ')
}

/** Today, or the end, comes first: it keeps its place, the others make way. `terse` leaves out what remains. */
export function flagsOf(
  ledger: LedgerView,
  layout: RibbonLayout,
  terse: boolean,
  language: UiLanguage = 'zh',
): readonly RibbonFlag[] {
  const text = RIBBON_TEXT[language]
  const flags: RibbonFlag[] = []
  const add = (kind: RibbonFlag['kind'], date: string | null, words: string) => {
    const column = columnOf(layout, date)
    if (column !== undefined && date !== null) flags.push({ kind, column, text: words })
  }
  const limit = (word: string, date: string | null, days: number | null) => {
    const left = leftOf(ledger, layout, date, days, language, remainingShort)
    return `${word} ${monthDay(date ?? '', language)}${terse || left === '' ? '' : ` · ${left}`}`
  }
  const { committedOn, statutoryOn } = ledger
  const standing = standingDay(ledger)
  const word = standingWord(ledger, language)
  add(
    ledger.endedOn === null ? 'today' : 'ended',
    standing,
    terse ? word : `${word} ${monthDay(standing, language)}`,
  )
  add('committed', committedOn, limit(text.committed, committedOn, layout.committed))
  const same = committedOn !== null && committedOn === statutoryOn
  if (!same) add('statutory', statutoryOn, limit(text.statutory, statutoryOn, layout.statutory))
  const start = text.start[ledger.clock]
  add('start', ledger.startsOn, `${start} ${monthDay(ledger.startsOn, language)}`)
  return flags
}

/** The whole ribbon in words, for those who do not see it. */
export function spokenOf(
  ledger: LedgerView,
  layout: RibbonLayout,
  language: UiLanguage = 'zh',
): string {
  const text = RIBBON_TEXT[language]
  const dated = (word: string, date: string) => `${word}${text.apart}${longDate(date, language)}`
  const limit = (word: string, date: string | null, days: number | null) =>
    date === null
      ? []
      : [
          [dated(word, date), leftOf(ledger, layout, date, days, language, remainingWords)]
            .filter((words) => words !== '')
            .join(text.comma),
        ]
  const standing = dated(standingWord(ledger, language), standingDay(ledger))
  return [
    text.spoken(titleOf(ledger, language)),
    dated(text.start[ledger.clock], ledger.startsOn),
    `${standing}${text.comma}${countsOf(layout, language)}`,
    ...limit(text.committed, ledger.committedOn, layout.committed),
    ...limit(text.statutory, ledger.statutoryOn, layout.statutory),
    ...layout.runs.map(({ kind, name }) => text.notCounted(name, kind === 'pause')),
  ].join(text.semicolon)
}

/** Nothing is left once it stopped; the ledger counts no day past its last limit: beyond it only that it has passed is said. */
function leftOf(
  { today, endedOn }: LedgerView,
  layout: RibbonLayout,
  date: string | null,
  days: number | null,
  language: UiLanguage,
  words: typeof remainingWords,
): string {
  if (endedOn !== null) return ''
  const left = workingDaysLeft(layout, days)
  const isPassed = date !== null && date < today && left === 0
  return isPassed ? RIBBON_TEXT[language].passed : words(left, language)
}
