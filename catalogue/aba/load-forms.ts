import { z } from 'zod'
import type { DataElement } from '../../domain/form/data-element.ts'
import { FIELD_FORMATS, type FormDefinition } from '../../domain/form/form-definition.ts'
import elements from './elements.json' with { type: 'json' }

const text = z.string().min(1)
const elementId = z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
const count = z.int().min(0)

const fieldSchema = z.strictObject({
  type: z.enum(['string', 'number', 'integer', 'boolean', 'array']),
  title: text,
  description: text.exactOptional(),
  enum: z.array(text).min(1).exactOptional(),
  format: z.enum(FIELD_FORMATS).exactOptional(),
  minLength: count.exactOptional(),
  maxLength: count.exactOptional(),
  pattern: text.exactOptional(),
  minimum: z.number().exactOptional(),
  maximum: z.number().exactOptional(),
  items: z.strictObject({ type: z.literal('string'), enum: z.array(text).min(1) }).exactOptional(),
  minItems: count.exactOptional(),
  maxItems: count.exactOptional(),
  uniqueItems: z.boolean().exactOptional(),
})

const element = z.strictObject({
  id: elementId,
  name: text,
  nameEn: text,
  schema: fieldSchema,
  personal: z.boolean(),
  prefill: z.enum(['name', 'identity-number', 'phone', 'address']).nullable(),
})

/** 数据元: every fact the forms of this catalogue ask. */
export const ABA_ELEMENTS: readonly DataElement[] = z.array(element).parse(elements)

/** One form a guide (一套表单). */
export const ABA_FORMS: readonly FormDefinition[] = []
