import type { SituationTest } from '../catalogue/situation.ts'

/** Formats whose check is a rule of this house (domain/identifiers), the same in browser, server and import. */
export const FIELD_FORMATS = [
  'date',
  'id-card',
  'credit-code',
  'phone',
  'postcode',
  'county',
  'money',
] as const
export type FieldFormat = (typeof FIELD_FORMATS)[number]

/** The part of JSON Schema 2020-12 that a field may use. */
export type FieldSchema = {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array'
  readonly title: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly format?: FieldFormat
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: { readonly type: 'string'; readonly enum: readonly string[] }
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
}

/** Property names are ids of data elements: `applicant.name`, `premises.area`. */
export type FormSchema = {
  readonly $schema: 'https://json-schema.org/draft/2020-12/schema'
  readonly type: 'object'
  readonly properties: Readonly<Record<string, FieldSchema>>
  readonly required: readonly string[]
  readonly additionalProperties: false
}

export type FormField = {
  /** A property of the schema, an element of the dictionary. */
  readonly element: string
  /** Shown, and required if the schema says so, only where these hold: about situation questions or earlier fields. */
  readonly when: readonly SituationTest[]
  readonly wide: boolean
}

/** One page of the portal's form, one block at the window. */
export type FormGroup = {
  readonly id: string
  readonly title: string
  readonly help: string | null
  readonly fields: readonly FormField[]
}

/** A form as data (一套表单): what may be answered, and how it is laid out. Immutable once published. */
export type FormDefinition = {
  readonly formId: string
  readonly version: number
  readonly title: string
  readonly schema: FormSchema
  readonly layout: readonly FormGroup[]
}

export type FieldValue = string | number | boolean | readonly string[]

/** Answers by data element. */
export type FormAnswers = Readonly<Record<string, FieldValue>>

/** What an applicant filled in, kept with the application. */
export type FilledForm = {
  readonly formId: string
  readonly version: number
  readonly answers: FormAnswers
}

/** What is wrong with one field, and its remedy, in Chinese. */
export type FieldFault = { readonly element: string; readonly message: string }
