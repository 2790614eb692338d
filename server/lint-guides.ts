import { ABA_FORMS } from '../catalogue/aba/load-forms.ts'
import { ABA_FULL_GUIDES, ABA_GUIDES, ABA_ITEMS } from '../catalogue/aba/load-catalogue.ts'
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

function countedParts(guide: ServiceGuide, findings: readonly GuideFinding[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { part } of findings) {
    const name = partName(guide, part.split('.')[0] ?? part)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} ${count} 处`))
}
