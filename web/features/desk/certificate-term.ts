import type { LocalDate } from '../../../domain/shared/ids.ts'
import { isRealDate } from '../../../domain/shared/local-date.ts'
import { longDate } from '../../ui/dates.ts'

export type TermChoice = 'guide' | 'years' | 'until'
export type Term = {
  readonly years: number | null
  readonly until: string | null
  readonly words: string
  /** Why the certificate cannot be made with it; null: it can. */
  readonly fault: string | null
}

/** What was chosen as the command wants it: both null leaves the term to the guide. */
export function certificateTerm(
  typed: { choice: TermChoice; years: number | null; until: string },
  guideYears: number | null,
  today: string,
): Term {
  const guide = guideYears === null ? '不设有效期' : `${guideYears} 年，自决定之日起`
  if (typed.choice === 'guide') return { years: null, until: null, words: guide, fault: null }
  if (typed.choice === 'years')
    return {
      years: typed.years,
      until: null,
      words: `${typed.years ?? '—'} 年，自决定之日起`,
      fault: typed.years === null ? '请填写有效年数' : null,
    }
  const real = isRealDate(typed.until as LocalDate)
  return {
    years: null,
    until: typed.until,
    words: real ? `至 ${longDate(typed.until)}` : '—',
    fault: real ? (typed.until > today ? null : '有效期须晚于今天') : '请填写有效的日期',
  }
}
