import { expect, test } from 'vitest'
import { shippedMigrations } from 'yichuang:migrations'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { connect } from './connect.ts'
import { splitStatements } from './split-statements.ts'

const INDEXES = `
  select i.indexrelid::regclass::text as name, i.indisvalid as valid from pg_index i
   where i.indrelid in ('application'::regclass, 'access_audit'::regclass) order by 1`

test('the lists’ indexes can be made again after a run that broke off anywhere, and all of them are valid', async () => {
  const { connectionString } = await freshDatabase()
  const db = connect({ connectionString, maxConnections: 1, asRole: undefined })
  try {
    const before = (await db.pool.query(INDEXES)).rows
    const text = shippedMigrations.find(({ file }) => file === '005-lists.sql')?.text ?? ''
    const statements = splitStatements(text)
    // It broke off half-way, and is run again from its beginning.
    for (const statement of [...statements.slice(0, statements.length / 2), ...statements])
      await db.pool.query(statement)
    expect((await db.pool.query(INDEXES)).rows).toEqual(before)
    expect(before.every(({ valid }) => valid === true)).toBe(true)
    expect(before.length).toBeGreaterThan(20)
  } finally {
    await db.close()
  }
})
