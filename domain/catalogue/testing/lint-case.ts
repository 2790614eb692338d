import type { FormDefinition } from '../../form/form-definition.ts'
import { formOf } from '../../form/testing/sample-form.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { lintGuide } from '../linter/lint-guide.ts'
import type { RequiredMaterial, ServiceGuide } from '../service-guide.ts'
import type { ServiceItem } from '../service-item.ts'
import { questionOf, sampleGuide, sampleItem, sampleMaterial } from './sample-guide.ts'

const TODAY = '2026-03-02' as LocalDate
const FEW = { number: 1, name: '申请书', basis: '《示例条例》第八条' }

/** One thing wrong with a guide that is otherwise in order, and what the linter has to say of it. */
export type Case = {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly part: string
  readonly title: string
  readonly guide?: Partial<ServiceGuide>
  readonly material?: Partial<RequiredMaterial>
  readonly item?: Partial<ServiceItem>
  readonly form?: FormDefinition
}

export const WHO = questionOf('who', [{ value: 'person', next: 'where' }, { value: 'company' }])
export const WHERE = questionOf('where', [{ value: 'here' }, { value: 'elsewhere' }])
export const FORM = formOf(
  { 'applicant.name': { type: 'string', title: '名称' } },
  { formId: 'sample' },
)

export const error = (rule: string, part: string, title: string, more: Partial<Case>): Case => ({
  rule,
  severity: 'error',
  part,
  title,
  ...more,
})
export const warning = (rule: string, part: string, title: string, more: Partial<Case>): Case => ({
  ...error(rule, part, title, more),
  severity: 'warning',
})

/** The guide in order but for that. */
export function findingsOf({ guide = {}, material = {}, item = {}, form }: Partial<Case>) {
  const materials = [sampleMaterial(FEW), sampleMaterial({ number: 2, ...material })]
  return lintGuide(sampleGuide({ materials, ...guide }), sampleItem(item), {
    form: form ?? null,
    today: TODAY,
  })
}
