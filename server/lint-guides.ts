import { ABA_FORMS } from '../catalogue/aba/load-forms.ts'
import { ABA_FULL_GUIDES, ABA_GUIDES, ABA_ITEMS } from '../catalogue/aba/load-catalogue.ts'
import { citationsIn, citingParts, isVerified } from '../domain/catalogue/linter/law-citations.ts'
import { partName } from '../domain/catalogue/linter/guide-parts.ts'
import { type GuideFinding, lintGuide } from '../domain/catalogue/linter/lint-guide.ts'
import type { ServiceGuide } from '../domain/catalogue/service-guide.ts'
import type { LocalDate } from '../domain/shared/ids.ts'

export type LintedGuide = {
  readonly annexNumber: number
  readonly name: string
  readonly confirmation: ServiceGuide['confirmation']
  readonly findings: readonly GuideFinding[]
  /** Parts that errors and warnings are about, with how many: `申请材料 36 处`. */
  readonly lacking: readonly string[]
}

/** The newest shipped guide of each item, held to every rule. */
export function lintShippedGuides(today: LocalDate): readonly LintedGuide[] {
  const guides = new Map(
    [...ABA_GUIDES, ...ABA_FULL_GUIDES]
      .filter(({ effectiveOn }) => effectiveOn <= today)
      .map((guide) => [guide.itemId, guide]),
  )
  const forms = new Map(ABA_FORMS.map((form) => [form.formId, form]))
  return ABA_ITEMS.flatMap((item) => {
    const guide = guides.get(item.itemId)
    if (guide === undefined) return []
    const form = guide.formId === null ? null : (forms.get(guide.formId) ?? null)
    const findings = lintGuide(guide, item, { form, today })
    return [
      {
        annexNumber: item.annexNumber ?? 0,
        name: item.name,
        confirmation: guide.confirmation,
        findings,
        lacking: countedParts(guide, findings),
      },
    ]
  })
}

export type CitedArticle = {
  readonly law: string
  readonly article: number
  /** Held against its stored text; else 待部门确认 wherever it is cited. */
  readonly isVerified: boolean
  /** Numbers of the annex whose newest guide cites it. */
  readonly items: readonly number[]
}

/** Every article that the newest shipped guides cite, by law and number. */
export function citedByShippedGuides(today: LocalDate): readonly CitedArticle[] {
  const cited = new Map<string, { law: string; article: number; items: Set<number> }>()
  for (const item of ABA_ITEMS) {
    const guide = [...ABA_GUIDES, ...ABA_FULL_GUIDES].findLast(
      ({ itemId, effectiveOn }) => itemId === item.itemId && effectiveOn <= today,
    )
    if (guide === undefined) continue
    for (const [, text] of citingParts(guide))
      for (const { law, article } of citationsIn(text)) {
        const key = `${law} ${String(article).padStart(4, '0')}`
        const known = cited.get(key) ?? { law, article, items: new Set() }
        known.items.add(item.annexNumber ?? 0)
        cited.set(key, known)
      }
  }
  return [...cited]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { law, article, items }]) => ({
      law,
      article,
      isVerified: isVerified({ law, article }),
      items: [...items],
    }))
}

function countedParts(guide: ServiceGuide, findings: readonly GuideFinding[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { part } of findings) {
    const name = partName(guide, part.split('.')[0] ?? part)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} ${count} 处`))
}
