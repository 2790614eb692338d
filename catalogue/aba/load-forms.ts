import { z } from 'zod'
import {
  DataElementSchema,
  FormFieldSchema,
  FormGroupSchema,
  FormView,
} from '../../contract/forms.ts'
import type { DataElement } from '../../domain/form/data-element.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import elements from './elements.json' with { type: 'json' }
import form03 from './forms/aba-03.json' with { type: 'json' }
import form04 from './forms/aba-04.json' with { type: 'json' }
import form14 from './forms/aba-14.json' with { type: 'json' }
import form18 from './forms/aba-18.json' with { type: 'json' }
import form24 from './forms/aba-24.json' with { type: 'json' }
import form28 from './forms/aba-28.json' with { type: 'json' }
import form36 from './forms/aba-36.json' with { type: 'json' }
import form46 from './forms/aba-46.json' with { type: 'json' }
import form49 from './forms/aba-49.json' with { type: 'json' }
import form54 from './forms/aba-54.json' with { type: 'json' }
import form60 from './forms/aba-60.json' with { type: 'json' }
import form71 from './forms/aba-71.json' with { type: 'json' }

/** A form as it is kept here: what a field may hold stands once, in the dictionary. */
const shippedForm = z.strictObject({
  formId: FormView.shape.formId,
  version: FormView.shape.version,
  title: FormView.shape.title,
  layout: z.array(
    FormGroupSchema.extend({
      fields: z.array(
        FormFieldSchema.extend({
          when: FormFieldSchema.shape.when.default([]),
          wide: z.boolean().default(false),
          required: z.boolean().default(true),
        }),
      ),
    }),
  ),
})

/** 数据元: every fact the forms of this catalogue ask. */
export const ABA_ELEMENTS: readonly DataElement[] = z
  .array(DataElementSchema)
  .parse(elements) as DataElement[]

const schemaOf = new Map(ABA_ELEMENTS.map(({ id, schema }) => [id, schema]))

/** One form a guide (一套表单). Throws for a field that the dictionary does not have. */
export const ABA_FORMS: readonly FormDefinition[] = [
  form03,
  form04,
  form14,
  form18,
  form24,
  form28,
  form36,
  form46,
  form49,
  form54,
  form60,
  form71,
].map((form) => composeForm(shippedForm.parse(form)))

function composeForm({ layout, ...form }: z.output<typeof shippedForm>): FormDefinition {
  const fields = layout.flatMap((group) => group.fields)
  const properties = fields.map(({ element }) => {
    const schema = schemaOf.get(element)
    if (schema === undefined) throw new Error(`${form.formId} asks an unknown element: ${element}`)
    return [element, schema] as const
  })
  return {
    ...form,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: Object.fromEntries(properties),
      required: fields.filter(({ required }) => required).map(({ element }) => element),
      additionalProperties: false,
    },
    layout: layout.map((group) => ({
      ...group,
      fields: group.fields.map(({ element, when, wide }) => ({ element, when, wide })),
    })),
  }
}
