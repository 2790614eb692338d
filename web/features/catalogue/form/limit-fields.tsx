import { useId } from 'react'
import type { FieldSchema } from '../../../../domain/form/form-definition.ts'

type Limit = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems'

const LIMITS: Readonly<Record<FieldSchema['type'], readonly (readonly [Limit, string])[]>> = {
  string: [
    ['minLength', '最少字数'],
    ['maxLength', '最多字数'],
  ],
  number: [
    ['minimum', '最小'],
    ['maximum', '最大'],
  ],
  integer: [
    ['minimum', '最小'],
    ['maximum', '最大'],
  ],
  boolean: [],
  array: [
    ['minItems', '最少选'],
    ['maxItems', '最多选'],
  ],
}

/** The limits that its kind of field may have, and its choices, one a line. */
export function LimitFields(props: {
  schema: FieldSchema
  readOnly: boolean
  onChange: (change: Partial<Record<keyof FieldSchema, unknown>>) => void
}) {
  const { schema, readOnly, onChange } = props
  const id = useId()
  const choices = schema.enum ?? schema.items?.enum
  const setChoices = (text: string) => {
    const lines = text.split('\n')
    onChange(
      schema.items === undefined ? { enum: lines } : { items: { ...schema.items, enum: lines } },
    )
  }
  return (
    <>
      {choices === undefined && schema.format === undefined && (
        <div className="limits">
          {LIMITS[schema.type].map(([limit, label]) => (
            <label key={limit}>
              {label}
              <input
                className="control"
                type="number"
                min={0}
                value={schema[limit] ?? ''}
                readOnly={readOnly}
                onChange={(event) =>
                  onChange({
                    [limit]: event.target.value === '' ? undefined : Number(event.target.value),
                  })
                }
              />
            </label>
          ))}
        </div>
      )}
      {choices !== undefined && (
        <div className="setting">
          <label htmlFor={id}>选项（一行一个）</label>
          <textarea
            id={id}
            className="control"
            rows={Math.min(10, choices.length + 1)}
            value={choices.join('\n')}
            readOnly={readOnly}
            onChange={(event) => setChoices(event.target.value)}
          />
        </div>
      )}
    </>
  )
}
