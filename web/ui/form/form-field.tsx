import { COUNTY_CHOICES } from '../../../domain/form/check-format.ts'
import { ChoiceField } from './choice-field.tsx'
import type { Choice, FieldProps } from './field-parts.tsx'
import { TextField } from './text-field.tsx'

/** One field by its schema: what is chosen from few shows every choice, from many a list, the rest is typed. */
export function FormField(props: FieldProps) {
  const { schema, words } = props
  if (schema.type === 'array')
    return <ChoiceField {...props} choices={same(schema.items?.enum ?? [])} kind="many" />
  if (schema.type === 'boolean')
    return (
      <ChoiceField
        {...props}
        kind="yes-no"
        choices={[
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]}
      />
    )
  const choices = schema.format === 'county' ? COUNTY_CHOICES : same(schema.enum ?? [])
  if (choices.length > 0)
    return <ChoiceField {...props} choices={choices} kind={choices.length > 6 ? 'list' : 'one'} />
  return <TextField {...props} />
}

function same(values: readonly string[]): readonly Choice[] {
  return values.map((value) => ({ value, label: value }))
}
