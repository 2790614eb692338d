import type { FormDefinition } from '../../form/form-definition.ts'
import type { LocalDate } from '../../shared/ids.ts'
import type { ServiceGuide } from '../service-guide.ts'
import type { ServiceItem } from '../service-item.ts'
import { compareParts } from './guide-parts.ts'
import type { GuideFinding } from './guide-rule.ts'
import { GUIDE_RULES } from './guide-rules.ts'

export type { GuideFinding } from './guide-rule.ts'

/**
 * What a guide still lacks, in the order of its parts, errors before warnings. The same in the editor's browser and at
 * publishing, where an error blocks.
 */
export function lintGuide(
  guide: ServiceGuide,
  item: ServiceItem,
  { form, today }: { readonly form: FormDefinition | null; readonly today: LocalDate },
): readonly GuideFinding[] {
  const subject = { guide, item, form, today }
  return GUIDE_RULES.flatMap(({ id, source, check }) =>
    check(subject).map((found) => ({ rule: id, source, ...found })),
  ).toSorted((a, b) => compareParts(a.part, b.part) || a.severity.localeCompare(b.severity))
}
