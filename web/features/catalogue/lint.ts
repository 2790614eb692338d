import type { GuideContent } from '../../../contract/guide-schema.ts'
import type { ItemContent } from '../../../contract/item-schema.ts'
import { lintGuide } from '../../../domain/catalogue/linter/lint-guide.ts'
import type { ServiceGuide } from '../../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../../domain/catalogue/service-item.ts'
import type { FormDefinition } from '../../../domain/form/form-definition.ts'
import type { LocalDate, ServiceItemId } from '../../../domain/shared/ids.ts'
import type { GuideFinding } from './editor/findings-store.ts'

export type Linted = {
  readonly itemId: string
  readonly item: ItemContent
  readonly form: FormDefinition | null
  /** Today by the server's clock. */
  readonly today: string
}

/** The rule that repeats each mark 待部门确认: where the marks themselves are shown, it says nothing new. */
export const MARKS_RULE = 'unconfirmed-parts'

/** The linter in the browser: the same rules that the server holds a publication against. */
export function lint(guide: GuideContent, { itemId, item, form, today }: Linted): GuideFinding[] {
  const whole = {
    ...guide,
    itemId,
    version: 1,
    effectiveOn: today,
    confirmation: 'drafted',
  } as unknown as ServiceGuide
  const whose = {
    ...item,
    itemId: itemId as ServiceItemId,
    levelMark: null,
  } as unknown as ServiceItem
  return [...lintGuide(whole, whose, { form, today: today as LocalDate })]
}
