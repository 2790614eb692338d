import { expect, inject, test } from 'vitest'
import { connectionStringFor, withClient } from './with-client.ts'
import { migrate } from './migrate.ts'

const { connectionString: server } = inject('databaseServer')

async function withEmptyDatabase(work: (connectionString: string) => Promise<void>): Promise<void> {
  const name = `yichuang_test_migrate_${process.pid}`
  await withClient(server, (client) => client.query(`create database ${name}`))
  try {
    await work(connectionStringFor(server, name))
  } finally {
    await withClient(server, (client) => client.query(`drop database ${name} with (force)`))
  }
}

const first = { file: '001-first.sql', text: 'create table a (n int);\ninsert into a values (1)' }
const body = {
  file: '002-body.sql',
  text: 'create function f() returns int language plpgsql as $$ begin perform 1; return 2; end $$;',
}
const concurrent = {
  file: '003-index.sql',
  text: '-- no transaction\ncreate index concurrently if not exists a_n on a (n)',
}

async function countA(connectionString: string): Promise<unknown> {
  return await withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from a')
    return rows[0]?.n
  })
}

test('files are applied once, bodies and indexes outside a transaction included', async () => {
  await withEmptyDatabase(async (database) => {
    expect(await migrate(database, [first, body])).toEqual(['001-first.sql', '002-body.sql'])
    expect(await migrate(database, [first, body, concurrent])).toEqual(['003-index.sql'])
    expect(await migrate(database, [first, body, concurrent])).toEqual([])
    expect(await countA(database)).toBe(1)
  })
})

test('five servers that start at once migrate once', async () => {
  await withEmptyDatabase(async (database) => {
    const applied = await Promise.all(
      Array.from({ length: 5 }, () => migrate(database, [first, body])),
    )
    expect(applied.flat().toSorted()).toEqual(['001-first.sql', '002-body.sql'])
    expect(await countA(database)).toBe(1)
  })
})

test('servers that start at once wait out an index that is built beside the work', async () => {
  await withEmptyDatabase(async (database) => {
    const files = [first, body, concurrent]
    const applied = await Promise.all(Array.from({ length: 3 }, () => migrate(database, files)))
    expect(applied.flat()).toHaveLength(3)
  })
})

test('a file that fails leaves nothing of itself and says which statement it was', async () => {
  await withEmptyDatabase(async (database) => {
    const broken = { file: '002-broken.sql', text: 'insert into a values (2); select nothing_here' }
    await expect(migrate(database, [first, broken])).rejects.toThrow(
      '002-broken.sql, statement 2 of 2: column "nothing_here" does not exist',
    )
    expect(await countA(database)).toBe(1)
    expect(await migrate(database, [first, body])).toEqual(['002-body.sql'])
  })
})

test('a changed file is refused before anything is done', async () => {
  await withEmptyDatabase(async (database) => {
    await migrate(database, [first])
    const changed = { ...first, text: 'create table b (n int)' }
    await expect(migrate(database, [changed, body])).rejects.toThrow('001-first.sql was changed')
    expect(await migrate(database, [first])).toEqual([])
  })
})

test('the application may not read or write what no migration granted', async () => {
  await withEmptyDatabase(async (database) => {
    await migrate(database, [first])
    await withClient(database, async (client) => {
      await client.query('set role yichuang_app')
      await expect(client.query('select * from a')).rejects.toMatchObject({ code: '42501' })
      await expect(client.query('delete from schema_migration')).rejects.toMatchObject({
        code: '42501',
      })
    })
  })
})
