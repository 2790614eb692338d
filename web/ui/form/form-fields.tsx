import type { ReactNode } from 'react'
import type { Situation } from '../../../domain/catalogue/situation.ts'
import type {
  FieldFault,
  FieldValue,
  FormAnswers,
  FormDefinition,
  FormGroup,
} from '../../../domain/form/form-definition.ts'
import { visibleFields } from '../../../domain/form/visible-answers.ts'
import { FormField } from './form-field.tsx'
import { FORM_WORDS, type FormWords } from './words.ts'
import './form.css'

export type FormFieldsProps = {
  readonly form: FormDefinition
  readonly situation: Situation
  readonly answers: FormAnswers
  readonly faults: readonly FieldFault[]
  /** Null: the answer was taken out. */
  readonly onChange: (element: string, value: FieldValue | null) => void
  /** One group; without it the whole form, a block a group. */
  readonly group?: FormGroup
  readonly words?: FormWords
  /** Where an answer came from, shown under its field. */
  readonly noteOf?: (element: string) => ReactNode
}

/** The fields of a form as data, the same at the window and at home. Light: no component library. */
export function FormFields({ group, ...props }: FormFieldsProps) {
  const shown = new Set(
    visibleFields(props.form, props.answers, props.situation).map(({ element }) => element),
  )
  if (group) return <Group {...props} group={group} shown={shown} />
  return props.form.layout
    .filter(({ fields }) => fields.some(({ element }) => shown.has(element)))
    .map((one) => (
      <section key={one.id} className="form-block" aria-labelledby={`group-${one.id}`}>
        <h3 id={`group-${one.id}`} lang="zh-CN">
          {one.title}
        </h3>
        {one.help !== null && (
          <p className="form-help" lang="zh-CN">
            {one.help}
          </p>
        )}
        <Group {...props} group={one} shown={shown} />
      </section>
    ))
}

type GroupProps = Omit<FormFieldsProps, 'group'> & {
  readonly group: FormGroup
  readonly shown: ReadonlySet<string>
}

function Group({ form, group, shown, answers, faults, onChange, words, noteOf }: GroupProps) {
  return (
    <div className="form-fields">
      {group.fields.map(({ element, wide }) => {
        const schema = form.schema.properties[element]
        if (schema === undefined || !shown.has(element)) return null
        return (
          <FormField
            key={element}
            element={element}
            schema={schema}
            isWide={wide}
            isRequired={form.schema.required.includes(element)}
            value={answers[element]}
            fault={faults.find((fault) => fault.element === element)?.message}
            words={words ?? FORM_WORDS}
            note={noteOf?.(element)}
            onChange={(value) => onChange(element, value)}
          />
        )
      })}
    </div>
  )
}
