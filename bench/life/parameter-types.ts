import type pg from 'pg'

/** How the server types the parameters of a statement. */
export async function typesOf(owner: pg.Client, text: string): Promise<readonly string[]> {
  await owner.query(`prepare life_statement as ${text}`)
  const { rows } = await owner.query<{ types: string[] }>(
    `select parameter_types::text[] as types from pg_prepared_statements where name = 'life_statement'`,
  )
  await owner.query('deallocate life_statement')
  return rows[0]?.types ?? []
}
