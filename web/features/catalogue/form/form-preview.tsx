import { memo, useDeferredValue, useState } from 'react'
import type { FormContent } from '../../../../contract/forms.ts'
import type {
  FieldSchema,
  FieldValue,
  FormAnswers,
  FormDefinition,
} from '../../../../domain/form/form-definition.ts'
import { visibleFields } from '../../../../domain/form/visible-answers.ts'

/** One group as the applicant meets it; answers given here show and hide what hangs on them, and are kept nowhere. */
export function FormPreview({ form, group }: { form: FormContent; group: number }) {
  return <PreviewOf form={useDeferredValue(form)} group={group} />
}

const PreviewOf = memo(function PreviewOf({ form, group }: { form: FormContent; group: number }) {
  const [answers, setAnswers] = useState<FormAnswers>({})
  const [page, setPage] = useState(group)
  const shown = form.layout[page] ?? form.layout[0]
  if (shown === undefined) return <p className="sec none">表单还没有内容。</p>
  const visible = new Set(
    visibleFields(form as unknown as FormDefinition, answers, {}).map(({ element }) => element),
  )
  return (
    <div className="form-preview">
      <label>
        看第
        <select
          className="control"
          value={form.layout.indexOf(shown)}
          onChange={(event) => setPage(Number(event.target.value))}
        >
          {form.layout.map(({ id, title }, at) => (
            <option key={id} value={at}>
              {at + 1} 页：{title}
            </option>
          ))}
        </select>
      </label>
      <h3>{shown.title}</h3>
      {shown.help !== null && <p className="sec">{shown.help}</p>}
      {shown.fields.map(({ element, when }) => {
        const schema = form.schema.properties[element] as FieldSchema | undefined
        if (schema === undefined) return null
        if (!visible.has(element))
          return when.length === 0 ? null : (
            <p key={element} className="sec">
              （{schema.title}：符合条件时才问）
            </p>
          )
        return (
          <PreviewField
            key={element}
            schema={schema}
            required={form.schema.required.includes(element)}
            value={answers[element]}
            onChange={(value) => setAnswers({ ...answers, [element]: value })}
          />
        )
      })}
    </div>
  )
})

function PreviewField(props: {
  schema: FieldSchema
  required: boolean
  value: FieldValue | undefined
  onChange: (value: FieldValue) => void
}) {
  const { schema, value, onChange } = props
  const name = (
    <>
      {schema.title}
      {props.required ? '' : '（选填）'}
    </>
  )
  if (schema.type === 'array')
    return (
      <fieldset>
        <legend>{name}</legend>
        {schema.items?.enum.map((choice) => {
          const chosen = Array.isArray(value) ? (value as readonly string[]) : []
          return (
            <label key={choice} className="yes">
              <input
                type="checkbox"
                checked={chosen.includes(choice)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, choice]
                      : chosen.filter((one) => one !== choice),
                  )
                }
              />
              {choice}
            </label>
          )
        })}
      </fieldset>
    )
  if (schema.type === 'boolean')
    return (
      <label className="yes">
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
        {name}
      </label>
    )
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return (
    <label className="setting">
      <span>{name}</span>
      {schema.description !== undefined && <small className="sec">{schema.description}</small>}
      {schema.enum === undefined ? (
        <input
          className="control"
          type={schema.format === 'date' ? 'date' : 'text'}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <select className="control" value={text} onChange={(event) => onChange(event.target.value)}>
          <option value="">请选择</option>
          {schema.enum.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )}
    </label>
  )
}
