import fc from 'fast-check'

export type JsonSchema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly propertyNames?: JsonSchema
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** Values of things that exist, by the name of the field that would hold them. */
export type Known = Readonly<Record<string, readonly unknown[]>>

const LONGEST = 40
const MOST_ITEMS = 4

/** What people type: Chinese, Tibetan, rare characters, punctuation. */
const printable = fc.constantFrom(
  ...Array.from('张示例申请人办理事项一二三０１９ aZ09·，。（）〔〕—-_:/བོད𠮷㙍'),
)

/** Whatever the schema allows, with known values where the field has some. */
export function arbitraryOf(schema: JsonSchema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const made = madeOf(schema, known, name)
  const values = known[name]
  return values && values.length > 0 && isPlain(schema)
    ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: made })
    : made
}

const isPlain = ({ type, anyOf }: JsonSchema) =>
  anyOf !== undefined || type === 'string' || type === 'integer' || type === 'number'

function madeOf(schema: JsonSchema, known: Known, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => arbitraryOf(one, known, name)))
  switch (schema.type) {
    case 'object':
      return objectOf(schema, known)
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, known, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? MOST_ITEMS, MOST_ITEMS + (schema.minItems ?? 0)),
      })
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer(rangeOf(schema))
    case 'number':
      return fc.double({ ...rangeOf(schema), noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case undefined:
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

const rangeOf = ({ minimum, maximum }: JsonSchema) => ({
  min: Math.max(minimum ?? -1_000, -1_000_000_000),
  max: Math.min(maximum ?? 1_000_000, 1_000_000_000),
})

function objectOf(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties, propertyNames } = schema
  if (properties) {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, of]) => [name, arbitraryOf(of, known, name)]),
    )
    return fc.record(fields, { requiredKeys: [...required], noNullPrototype: true })
  }
  if (typeof additionalProperties !== 'object') return fc.constant({})
  return fc.dictionary(
    textOf(propertyNames ?? { type: 'string' }),
    arbitraryOf(additionalProperties, known),
    { maxKeys: 3, noNullPrototype: true },
  )
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid({ version: [4, 7] })
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) => pattern ?? [])
  const simple = patterns.find((pattern) => !pattern.includes('\\p{'))
  if (simple !== undefined) return fc.stringMatching(new RegExp(simple), { size: 'small' })
  const minLength = schema.minLength ?? 0
  return fc
    .array(printable, {
      minLength,
      maxLength: Math.max(minLength, Math.min(schema.maxLength ?? LONGEST, LONGEST)),
    })
    .map((letters) => letters.join(''))
}
