import type { DataElement } from '../../domain/form/data-element.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

const SAVE_ELEMENTS = `
  insert into data_element (element_id, data) select * from unnest($1::text[], $2::jsonb[])
  on conflict (element_id) do nothing`
const SAVE_FORMS = `
  insert into form_version (form_id, version, effective_on, data)
  select * from unnest($1::text[], $2::int[], $3::date[], $4::jsonb[]) on conflict (form_id, version) do nothing`

/** Writes the shipped dictionary and forms where the database has none of them; published forms are never touched. */
export async function saveShippedForms(
  db: Database,
  {
    forms,
    elements,
    effectiveOn,
  }: {
    readonly forms: readonly FormDefinition[]
    readonly elements: readonly DataElement[]
    readonly effectiveOn: LocalDate
  },
): Promise<void> {
  await db.query(SAVE_ELEMENTS, [
    elements.map(({ id }) => id),
    elements.map((element) => JSON.stringify(element)),
  ])
  await db.query(SAVE_FORMS, [
    forms.map(({ formId }) => formId),
    forms.map(({ version }) => version),
    forms.map(() => effectiveOn),
    forms.map((form) => JSON.stringify(form)),
  ])
}
