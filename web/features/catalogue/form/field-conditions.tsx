import type { FormContent } from '../../../../contract/forms.ts'
import type { Question, Test } from '../editor/new-parts.ts'
import { toggled } from '../fields/toggled.ts'

type Choice = { readonly value: string; readonly label: string }
type Source = { readonly id: string; readonly label: string; readonly choices: readonly Choice[] }

/** When the field is asked: about the situation questions, or about fields with choices that stand before it. */
export function FieldConditions(props: {
  form: FormContent
  element: string
  when: readonly Test[]
  questions: readonly Question[]
  readOnly: boolean
  onChange: (when: readonly Test[]) => void
}) {
  const { when, readOnly, onChange } = props
  const sources = sourcesOf(props.form, props.element, props.questions)
  const used = new Set(when.map(({ question }) => question))
  const free = sources.filter(({ id }) => !used.has(id))
  return (
    <fieldset className="conditions">
      <legend>什么时候问</legend>
      {when.length === 0 && <p className="sec">总是问。</p>}
      {when.map((test) => {
        const source = sources.find(({ id }) => id === test.question)
        return (
          <div key={test.question} className="condition">
            <b>{source?.label ?? `${test.question}（找不到，或者排在后面）`}</b>
            {source?.choices.map(({ value, label }) => (
              <label key={value} className="yes">
                <input
                  type="checkbox"
                  checked={test.oneOf.includes(value)}
                  disabled={readOnly}
                  onChange={() => onChange(toggled(when, test.question, value))}
                />
                {label}
              </label>
            ))}
            {!readOnly && (
              <button
                type="button"
                className="link"
                onClick={() => onChange(when.filter((one) => one !== test))}
              >
                去掉这个条件
              </button>
            )}
          </div>
        )
      })}
      {!readOnly && free.length > 0 && (
        <select
          className="control"
          aria-label="添加条件"
          value=""
          onChange={(event) => {
            const source = free.find(({ id }) => id === event.target.value)
            const [first] = source?.choices ?? []
            if (source && first) onChange([...when, { question: source.id, oneOf: [first.value] }])
          }}
        >
          <option value="">+ 添加条件…</option>
          {free.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  )
}

function sourcesOf(
  { schema, layout }: FormContent,
  element: string,
  questions: readonly Question[],
): readonly Source[] {
  const fields = layout.flatMap((group) => group.fields.map((field) => field.element))
  const before = fields.slice(0, Math.max(0, fields.indexOf(element)))
  return [
    ...questions.map(({ id, text, options }) => ({
      id,
      label: `情形：${text}`,
      choices: options.map(({ value, label }) => ({ value, label })),
    })),
    ...before.flatMap((id): Source[] => {
      const property = schema.properties[id]
      if (property === undefined) return []
      const choices =
        property.type === 'boolean'
          ? [
              { value: 'true', label: '是' },
              { value: 'false', label: '否' },
            ]
          : (property.enum ?? property.items?.enum)?.map((value) => ({ value, label: value }))
      return choices === undefined ? [] : [{ id, label: property.title, choices }]
    }),
  ]
}
