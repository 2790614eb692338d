import { useId, type ReactNode } from 'react'
import type { FormContent } from '../../../../contract/forms.ts'
import type { FieldSchema } from '../../../../domain/form/form-definition.ts'
import type { DraftStore } from '../editor/draft-store.ts'
import type { Question } from '../editor/new-parts.ts'
import { FieldConditions } from './field-conditions.tsx'
import type { FieldPlace } from './form-edits.ts'
import { FORMAT_NAMES, TYPE_NAMES } from './field-words.ts'
import { LimitFields } from './limit-fields.tsx'

type Change = (change: Partial<Record<keyof FieldSchema, unknown>>) => void

/** What the chosen field is called, allows and requires, and when it is asked. Its kind comes from the dictionary. */
export function FieldSettings(props: {
  store: DraftStore<FormContent>
  form: FormContent
  place: FieldPlace
  fault: string | undefined
  questions: readonly Question[]
  readOnly: boolean
}) {
  const { store, form, place, readOnly } = props
  const field = form.layout[place.group]?.fields[place.at]
  const schema = field && (form.schema.properties[field.element] as FieldSchema | undefined)
  if (field === undefined || schema === undefined) return null
  const at = ['schema', 'properties', field.element]
  const change: Change = (changes) => {
    const next = Object.fromEntries(
      Object.entries({ ...schema, ...changes }).filter(([, value]) => value !== undefined),
    )
    store.set(at, next)
  }
  const ofField = ['layout', String(place.group), 'fields', String(place.at)]
  const required = form.schema.required.includes(field.element)
  const setRequired = (on: boolean) =>
    store.set(
      ['schema', 'required'],
      on
        ? [...form.schema.required, field.element]
        : form.schema.required.filter((one) => one !== field.element),
    )
  return (
    <div className="field-settings">
      <p className="sec">
        {field.element} · {TYPE_NAMES[schema.type]}
        {schema.format !== undefined && ` · ${FORMAT_NAMES[schema.format]}`}
      </p>
      {props.fault !== undefined && (
        <p className="fault" role="alert">
          {props.fault}
        </p>
      )}
      <Setting label="名称">
        {(id) => (
          <input
            id={id}
            className="control"
            value={schema.title}
            maxLength={100}
            readOnly={readOnly}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Setting>
      <Setting label="填写提示">
        {(id) => (
          <textarea
            id={id}
            className="control"
            rows={2}
            value={schema.description ?? ''}
            maxLength={500}
            readOnly={readOnly}
            onChange={(event) =>
              change({ description: event.target.value === '' ? undefined : event.target.value })
            }
          />
        )}
      </Setting>
      <label className="yes">
        <input
          type="checkbox"
          checked={required}
          disabled={readOnly}
          onChange={(event) => setRequired(event.target.checked)}
        />
        必填
      </label>
      <label className="yes">
        <input
          type="checkbox"
          checked={field.wide}
          disabled={readOnly}
          onChange={(event) => store.set([...ofField, 'wide'], event.target.checked)}
        />
        占整行
      </label>
      <LimitFields schema={schema} readOnly={readOnly} onChange={change} />
      <FieldConditions
        form={form}
        element={field.element}
        when={field.when}
        questions={props.questions}
        readOnly={readOnly}
        onChange={(when) => store.set([...ofField, 'when'], when)}
      />
    </div>
  )
}

export function Setting(props: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="setting">
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  )
}
