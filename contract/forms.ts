import { z } from 'zod'
import { FIELD_FORMATS } from '../domain/form/form-definition.ts'
import { SituationTestSchema } from './guide-schema.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing, OptionalText, Seen, Text } from './shared.ts'

// Forms as they cross the wire: domain/form/form-definition.ts says what each part is.

/** `applicant.name`, `food-licence`: never a name that every JavaScript object has. */
const Key = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, '只能用小写字母、数字、点和连字符')
const Count = z.int().min(0).max(100_000)

export const FieldSchemaSchema = z.strictObject({
  type: z.enum(['string', 'number', 'integer', 'boolean', 'array']),
  title: Text(100),
  description: OptionalText(500).optional(),
  enum: z.array(Text(200)).min(1).max(200).optional(),
  format: z.enum(FIELD_FORMATS).optional(),
  minLength: Count.optional(),
  maxLength: Count.optional(),
  pattern: Text(200).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  items: z
    .strictObject({ type: z.literal('string'), enum: z.array(Text(200)).min(1).max(200) })
    .optional(),
  minItems: Count.optional(),
  maxItems: Count.optional(),
  uniqueItems: z.boolean().optional(),
})

export const FormFieldSchema = z.strictObject({
  element: Key,
  when: z.array(SituationTestSchema).max(20),
  wide: z.boolean(),
})

export const FormGroupSchema = z.strictObject({
  id: Key,
  title: Text(100),
  help: OptionalText(1000).nullable(),
  fields: z.array(FormFieldSchema).max(1000),
})

/** What an editor writes: everything of a form but its id and version. */
export const FormContent = z.strictObject({
  title: Text(200),
  schema: z.strictObject({
    $schema: z.literal('https://json-schema.org/draft/2020-12/schema'),
    type: z.literal('object'),
    properties: z.record(Key, FieldSchemaSchema),
    required: z.array(Key).max(2000),
    additionalProperties: z.literal(false),
  }),
  layout: z.array(FormGroupSchema).max(100),
})
export type FormContent = z.output<typeof FormContent>

export const FormView = FormContent.extend({ formId: Key, version: z.int().min(1) })
export type FormView = z.output<typeof FormView>

export const DataElementSchema = z.strictObject({
  id: Key,
  name: Text(100),
  nameEn: OptionalText(200),
  schema: FieldSchemaSchema,
  personal: z.boolean(),
  prefill: z.enum(['name', 'identity-number', 'phone', 'address']).nullable(),
})

/** One answer: `checkAnswers` of domain/form/check-answers.ts says whether it fits its form. */
export const FieldValueSchema = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)).max(200),
])

/** A filled-in form as an application is received with it. */
export const FilledFormSchema = z.strictObject({
  formId: Key,
  version: z.int().min(1),
  answers: z.record(Key, FieldValueSchema),
})

export const FieldFaultSchema = z.strictObject({ element: z.string(), message: z.string() })

export const getForm = operation({
  operationId: 'getForm',
  method: 'GET',
  path: '/api/items/:itemId/form',
  access: 'public',
  summary: '事项当前使用的表单',
  params: z.strictObject({ itemId: Text(64) }),
  query: Nothing,
  body: NoBody,
  reply: FormView,
})

/** A version is never changed: whoever began to fill it in can go on. */
export const getFormVersion = operation({
  operationId: 'getFormVersion',
  method: 'GET',
  path: '/api/forms/:formId/versions/:version',
  access: 'public',
  summary: '表单的一个版本',
  params: z.strictObject({ formId: Key, version: z.coerce.number().int().min(1).max(1_000_000) }),
  query: Nothing,
  body: NoBody,
  reply: FormView,
})

export const listElements = operation({
  operationId: 'listElements',
  method: 'GET',
  path: '/api/data-elements',
  access: 'public',
  summary: '数据元目录',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ elements: z.array(DataElementSchema) }),
})

const WHO_EDITS = ['catalogue-editor', 'catalogue-confirmer', 'decider', 'department-head'] as const

export const listForms = operation({
  operationId: 'listForms',
  method: 'GET',
  path: '/api/forms',
  access: WHO_EDITS,
  summary: '表单清单（含草稿）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    forms: z.array(
      z.strictObject({
        formId: z.string(),
        title: z.string(),
        /** In force or to be; null: only a draft yet. */
        newestVersion: z.int().nullable(),
        fields: z.int(),
        /** Items whose guide in force asks with it. */
        itemIds: z.array(z.string()),
        draftRevision: z.int().nullable(),
      }),
    ),
  }),
})

const DraftView = z.strictObject({
  formId: z.string(),
  /** Counts savings, from 1; 0: nobody has saved a draft, the form is as published. */
  revision: z.int(),
  baseVersion: z.int().nullable(),
  form: FormContent,
  /** What stands in the way of publishing; `element` is the field or `layout`. */
  faults: z.array(FieldFaultSchema),
})

export const getFormDraft = operation({
  operationId: 'getFormDraft',
  method: 'GET',
  path: '/api/forms/:formId/draft',
  access: WHO_EDITS,
  summary: '表单草稿（没有草稿的，给出最新版本）',
  params: z.strictObject({ formId: Key }),
  query: Nothing,
  body: NoBody,
  reply: DraftView,
})

/** Published with its guide, never alone. Refusals: unknown-element, changed-meanwhile, not-your-department. */
export const saveFormDraft = operation({
  operationId: 'saveFormDraft',
  method: 'PUT',
  path: '/api/forms/:formId/draft',
  access: ['catalogue-editor'],
  summary: '保存表单草稿',
  params: z.strictObject({ formId: Key }),
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid(),
    /** The revision that was edited: 0 for the first saving. */
    expectedRevision: Seen,
    form: FormContent,
  }),
  reply: DraftView.omit({ form: true }),
})
