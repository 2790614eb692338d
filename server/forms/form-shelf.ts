import type { DataElement } from '../../domain/form/data-element.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

const FORMS = `select form_id as "formId", version, effective_on as "effectiveOn", data from form_version order by form_id, version`
const ELEMENTS = `select data from data_element order by element_id`
const COUNTS = `select (select count(*)::int from form_version) + (select count(*)::int from data_element) as "count"`

type FormRow = {
  readonly formId: string
  readonly version: number
  readonly effectiveOn: LocalDate
  readonly data: FormDefinition
}

/** Published forms and the dictionary, kept in memory: versions never change, so one may only be missing. */
export type FormShelf = {
  /** The newest version in force today. */
  readonly findInForce: (formId: string) => FormDefinition | undefined
  readonly findVersion: (formId: string, version: number) => FormDefinition | undefined
  /** Also one that is in force only later. */
  readonly findNewest: (formId: string) => FormDefinition | undefined
  /** The newest version of each. */
  readonly newest: () => readonly FormDefinition[]
  readonly elements: () => readonly DataElement[]
  /** Reads all of it again: a form was published. */
  readonly reload: () => Promise<void>
  /** Reads it again if another server has published one; false: nothing new. */
  readonly look: () => Promise<boolean>
}

export async function openFormShelf(db: Database, today: () => LocalDate): Promise<FormShelf> {
  let shelf = await readShelf(db)
  const reload = async () => {
    shelf = await readShelf(db)
  }
  return {
    findInForce: (formId) => {
      const on = today()
      return shelf.versions.get(formId)?.findLast(({ effectiveOn }) => effectiveOn <= on)?.data
    },
    findVersion: (formId, version) =>
      shelf.versions.get(formId)?.find((row) => row.version === version)?.data,
    findNewest: (formId) => shelf.versions.get(formId)?.at(-1)?.data,
    newest: () => [...shelf.versions.values()].flatMap((rows) => rows.at(-1)?.data ?? []),
    elements: () => shelf.elements,
    reload,
    look: async () => {
      const [row] = await db.query<{ count: number }>(COUNTS)
      if (row?.count === shelf.count) return false
      await reload()
      return true
    },
  }
}

async function readShelf(db: Database) {
  const [forms, elements] = await Promise.all([
    db.query<FormRow>(FORMS),
    db.query<{ data: DataElement }>(ELEMENTS),
  ])
  const versions = new Map<string, FormRow[]>()
  for (const row of forms) versions.set(row.formId, [...(versions.get(row.formId) ?? []), row])
  return {
    versions,
    elements: elements.map(({ data }) => data),
    count: forms.length + elements.length,
  }
}
