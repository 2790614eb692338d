import { visibleFields } from '../../../../domain/form/visible-answers.ts'
import { COUNTY_CHOICES } from '../../../../domain/form/check-format.ts'
import type { FieldValue } from '../../../../domain/form/form-definition.ts'
import { useFormWords } from '../../apply/form/form-words.ts'
import { answersOf } from '../../../ui/bundle/bundle-standing.ts'
import { useBundleWords } from '../words.ts'
import type { BundleFlow } from './bundle-flow.ts'

/** What was typed, a block a page of the form. */
export function FactList({ flow }: { flow: BundleFlow }) {
  const words = useBundleWords()
  const formWords = useFormWords()
  const { form, draft, steps } = flow
  if (form === null) return null
  const answers = answersOf(form, draft.answers)
  const shown = new Set(visibleFields(form, answers, {}).map(({ element }) => element))
  return steps.map((step) => {
    if (step.kind !== 'group') return null
    const { id, title, fields } = step.group
    return (
      <section key={id} className="bundle-own">
        <h2>
          <span lang="zh-CN">{title}</span> <a href={`#${step.id}`}>{words.change}</a>
        </h2>
        <dl className="bundle-facts" lang="zh-CN">
          {fields
            .filter(({ element }) => shown.has(element))
            .map(({ element }) => (
              <div key={element}>
                <dt>{form.schema.properties[element]?.title}</dt>
                <dd>
                  {said(answers[element], form.schema.properties[element]?.format, formWords)}
                </dd>
              </div>
            ))}
        </dl>
      </section>
    )
  })
}

function said(
  value: FieldValue | undefined,
  format: string | undefined,
  words: { readonly yes: string; readonly no: string },
): string {
  if (value === undefined) return '—'
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (format === 'county')
    return COUNTY_CHOICES.find((choice) => choice.value === value)?.label ?? String(value)
  return typeof value === 'object' ? value.join(' · ') : String(value)
}
