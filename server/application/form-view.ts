import type { ApplicationView } from '../../contract/application-view.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { FieldValue, FormDefinition } from '../../domain/form/form-definition.ts'

/** The guide's questions in the order they were asked, with the answers' own words. */
export function situationView(
  { situation = {} }: LodgedApplication,
  { questions }: ServiceGuide,
): ApplicationView['situation'] {
  return questions
    .filter(({ id }) => situation[id] !== undefined)
    .map(({ id, text, options }) => ({
      question: text,
      answer: options.find(({ value }) => value === situation[id])?.label ?? '',
    }))
}

const HIDDEN = '（个人信息，已隐去）'

/** What was filled in, group by group as the form lays it out; personal answers only for who handles it. */
export function formView(
  { form: filled }: LodgedApplication,
  form: FormDefinition | undefined,
  isHidden: (element: string) => boolean,
): ApplicationView['form'] {
  if (filled === undefined || form === undefined) return []
  return form.layout
    .map(({ title, fields }) => ({
      title,
      fields: fields.flatMap(({ element }) => {
        const value = filled.answers[element]
        const named = form.schema.properties[element]?.title ?? element
        if (value === undefined) return []
        return [{ title: named, value: isHidden(element) ? HIDDEN : wordsOf(value) }]
      }),
    }))
    .filter(({ fields }) => fields.length > 0)
}

function wordsOf(value: FieldValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'object' ? value.join('、') : String(value)
}
