import type { FormContent } from '../../contract/forms.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'

/** What an editor wrote, as the version that it becomes. */
export function formOfContent(
  formId: string,
  version: number,
  { title, schema, layout }: FormContent,
): FormDefinition {
  // The wire leaves out what is not said; so does the domain.
  return { formId, version, title, schema, layout } as FormDefinition
}

export function contentOf({ title, schema, layout }: FormDefinition): FormContent {
  return structuredClone({ title, schema, layout }) as unknown as FormContent
}
