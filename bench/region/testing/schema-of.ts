import pg from 'pg'

const SCHEMA = `
  select 'column' as kind, c.table_name || '.' || c.column_name as name,
         concat_ws(' ', c.ordinal_position, c.data_type, c.is_nullable, c.column_default) as definition
    from information_schema.columns c where c.table_schema = 'public'
  union all
  select 'index', i.tablename || '.' || i.indexname, i.indexdef from pg_indexes i where i.schemaname = 'public'
  union all
  select 'constraint', conrelid::regclass || '.' || conname,
         concat_ws(' ', pg_get_constraintdef(oid), contype, convalidated, condeferrable, condeferred, conindid::regclass)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select 'options', relname, array_to_string(reloptions, ' ') from pg_class
   where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
  order by 1, 2, 3`

/** Everything that tells two schemas apart. */
export async function schemaOf(connectionString: string): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<object>(SCHEMA)).rows
  } finally {
    await client.end()
  }
}
