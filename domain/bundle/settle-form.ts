import { holds, type Situation } from '../catalogue/situation.ts'
import type { FormDefinition } from '../form/form-definition.ts'

/**
 * The form as one situation leaves it: what that situation hides is gone, and no condition is about a question any more.
 * Forms of several items are merged only so: their questions may share an id and mean different things.
 */
export function settledForm(form: FormDefinition, situation: Situation): FormDefinition {
  const isField = (name: string) => Object.hasOwn(form.schema.properties, name)
  const layout = form.layout.map((group) => ({
    ...group,
    fields: group.fields
      .filter(({ when }) =>
        holds(
          when.filter(({ question }) => !isField(question)),
          situation,
        ),
      )
      .map((field) => ({ ...field, when: field.when.filter(({ question }) => isField(question)) })),
  }))
  const left = new Set(layout.flatMap(({ fields }) => fields.map(({ element }) => element)))
  const { schema } = form
  return {
    ...form,
    schema: {
      ...schema,
      properties: Object.fromEntries(
        Object.entries(schema.properties).filter(([element]) => left.has(element)),
      ),
      required: schema.required.filter((element) => left.has(element)),
    },
    layout: layout.filter(({ fields }) => fields.length > 0),
  }
}
