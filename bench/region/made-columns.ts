import type pg from 'pg'
import { MADE_TABLES, type MadeColumns, type MadeTable } from './compile-life.ts'

/** Columns that the database fills by itself. */
const BY_ITSELF = ['xact']

const COLUMNS = `
  select c.relname as table, a.attname as name, t.typname as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
   where a.attrelid = any($1::regclass[]) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     and a.attname <> all($2::text[])
   order by a.attnum`

/** As the migrations left them: a column that nobody gives a value to is found out, not left empty. */
export async function madeColumns(client: pg.Client): Promise<MadeColumns> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(COLUMNS, [
    MADE_TABLES,
    BY_ITSELF,
  ])
  const of = (table: MadeTable) =>
    rows.filter((row) => row.table === table).map(({ name, type }) => ({ name, type }))
  return {
    application: of('application'),
    application_event: of('application_event'),
    command_log: of('command_log'),
    notice: of('notice'),
    seal_record: of('seal_record'),
  }
}
