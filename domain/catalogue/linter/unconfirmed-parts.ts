import { error, type GuideRule, warning } from './guide-rule.ts'
import { partExists, partName } from './guide-parts.ts'

/** What no law gives and no department has confirmed is said, in the list and on the page. */
export const UNCONFIRMED_PARTS: GuideRule = {
  id: 'unconfirmed-parts',
  source: '《行政许可法》第三十条第一款；待部门确认的内容不得当作正式要求',
  check: ({ guide }) =>
    guide.unconfirmed.map((part) =>
      partExists(guide, part)
        ? warning(part, `${partName(guide, part)}待部门确认`)
        : error('unconfirmed', `标为待部门确认的“${part}”在指南中没有，请改正`),
    ),
}
