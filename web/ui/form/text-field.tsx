import type { FieldSchema } from '../../../domain/form/form-definition.ts'
import { fieldId } from './field-id.ts'
import { describedBy, FieldHelp, FieldTitle, type FieldProps } from './field-parts.tsx'
import { textFromValue, valueFromText } from './value-from-text.ts'

/** Characters: longer answers get room to be read while they are written. */
const ONE_LINE = 100

export function TextField(props: FieldProps) {
  const { element, schema, isWide, isRequired, value, fault, words, onChange } = props
  const id = fieldId(element)
  const shared = {
    id,
    name: element,
    value: textFromValue(value),
    'aria-required': isRequired,
    'aria-invalid': fault !== undefined,
    'aria-describedby': describedBy(props),
    onChange: (event: { target: { value: string } }) =>
      onChange(valueFromText(schema, event.target.value)),
  }
  const isLong = schema.type === 'string' && (schema.maxLength ?? 0) > ONE_LINE && !schema.format
  return (
    <div className={`form-field ${isWide || isLong ? 'wide-field' : ''}`}>
      <label htmlFor={id}>
        <FieldTitle {...props} />
      </label>
      <FieldHelp {...props} />
      {isLong ? (
        <textarea {...shared} rows={4} />
      ) : (
        <span className="form-line">
          <input {...shared} {...typing(schema)} />
          {schema.format === 'money' && <span>{words.yuan}</span>}
        </span>
      )}
    </div>
  )
}

/** The keyboard a phone shows, and what the browser may fill in. */
function typing({ type, format }: FieldSchema) {
  if (format === 'date') return { type: 'date' } as const
  if (format === 'phone') return { type: 'tel', autoComplete: 'tel' } as const
  if (format === 'postcode') return { type: 'text', inputMode: 'numeric' } as const
  if (format === 'money' || type === 'number')
    return { type: 'text', inputMode: 'decimal' } as const
  if (type === 'integer') return { type: 'text', inputMode: 'numeric' } as const
  return { type: 'text', autoComplete: 'off' } as const
}
