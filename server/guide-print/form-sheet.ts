import { conditionWords } from '../../domain/catalogue/rendering/condition-words.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { SituationQuestion } from '../../domain/catalogue/situation.ts'
import { COUNTY_CHOICES } from '../../domain/form/check-format.ts'
import type { FieldSchema, FormDefinition } from '../../domain/form/form-definition.ts'

export type SheetField = {
  readonly label: string
  readonly required: boolean
  readonly hint: string
  /** Said where it is not always filled in. */
  readonly when: string
  readonly wide: boolean
} & (
  | { readonly kind: 'line' | 'box' | 'date' }
  /** One box a character. */
  | { readonly kind: 'characters'; readonly count: number }
  | { readonly kind: 'choices'; readonly choices: readonly string[]; readonly several: boolean }
)

export type FormSheet = {
  readonly title: string
  readonly item: string
  readonly version: string
  readonly groups: readonly {
    readonly title: string
    readonly help: string
    readonly fields: readonly SheetField[]
  }[]
}

/** A text that may be longer gets room for several lines. */
const ONE_LINE = 100

/** The form in force as paper to fill in by hand: what a screen hides is said beside the field. */
export function formSheet(
  form: FormDefinition,
  item: string,
  { questions }: Pick<ServiceGuide, 'questions'>,
): FormSheet {
  const required = new Set(form.schema.required)
  const about = [...questions, ...choiceQuestions(form)]
  return {
    title: form.title,
    item,
    version: `表单第 ${form.version} 版`,
    groups: form.layout.map(({ title, help, fields }) => ({
      title,
      help: help ?? '',
      fields: fields.flatMap(({ element, when, wide }): SheetField[] => {
        const schema = Object.hasOwn(form.schema.properties, element)
          ? form.schema.properties[element]
          : undefined
        if (schema === undefined) return []
        const words = conditionWords(when, about)
        return [
          {
            label: schema.title,
            required: required.has(element),
            hint: schema.description ?? '',
            when: words === '' ? '' : `仅在${words}时填写`,
            wide: wide || (schema.maxLength ?? 0) > ONE_LINE,
            ...room(schema),
          },
        ]
      }),
    })),
  }
}

function room(schema: FieldSchema) {
  const { type, format, enum: options, items, maxLength = 0 } = schema
  if (type === 'boolean') return choices(['是', '否'])
  if (format === 'county') return choices(COUNTY_CHOICES.map(({ label }) => label))
  if (options !== undefined) return choices(options)
  if (type === 'array') return { ...choices(items?.enum ?? []), several: true }
  if (format === 'date') return { kind: 'date' as const }
  if (format === 'id-card' || format === 'credit-code')
    return { kind: 'characters' as const, count: 18 }
  return { kind: maxLength > ONE_LINE ? ('box' as const) : ('line' as const) }
}

function choices(list: readonly string[]) {
  return { kind: 'choices' as const, choices: list, several: false }
}

/** Conditions about earlier fields read like those about questions. */
function choiceQuestions({ schema }: FormDefinition): SituationQuestion[] {
  return Object.entries(schema.properties).map(([id, { title, type, enum: options, items }]) => {
    const values = type === 'boolean' ? ['true', 'false'] : (options ?? items?.enum ?? [])
    const labels: Readonly<Record<string, string>> =
      type === 'boolean' ? { true: '是', false: '否' } : {}
    return {
      id,
      text: title,
      help: null,
      options: values.map((value) => ({
        value,
        label: labels[value] ?? value,
        next: null,
        stop: null,
      })),
    }
  })
}
