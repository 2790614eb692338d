import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'

const { database } = await freshDatabase({ maxConnections: 1 })

test('a statement run again answers what it answered the first time, whatever its values', async () => {
  const echo = `select $1::int as number, $2::text as text, $3::bytea as bytes, $4::jsonb as json, $5::boolean as yes,
    $6::timestamptz as at, $7::text[] as list, $8::bigint as big`
  const someValues = [
    [1, '藏文 བོད་ཡིག 与 𠮷', Buffer.from([0, 255, 10]), '{"b":1,"a":null}', true, null, null, 12],
    [null, '', Buffer.alloc(0), null, false, '2026-03-02T01:00:00.000Z', ['甲', '"乙"'], null],
    [-7, 'x'.repeat(70_000), null, '[]', null, null, [], 1n],
  ]
  for (const values of someValues) {
    const [number, text, bytes, json, yes, at, list, big] = values
    const answer = {
      number,
      text,
      bytes,
      json: typeof json === 'string' ? (JSON.parse(json) as unknown) : null,
      yes,
      at,
      list,
      big: big === null ? null : Number(big),
    }
    for (let time = 1; time <= 3; time += 1)
      expect(await database.query(echo, values)).toEqual([answer])
  }
})

test('rows come in order, as many as there are', async () => {
  const series = 'select n from generate_series(1, $1::int) n'
  for (const count of [3, 0, 1_000])
    expect(await database.query(series, [count])).toEqual(
      Array.from({ length: count }, (_, index) => ({ n: index + 1 })),
    )
})

test('a refusal of the second run is the server’s, names its code and keeps the connection', async () => {
  const divide = 'select 10 / $1::int as result, pg_backend_pid() as pid'
  const [first] = await database.query<{ pid: number }>(divide, [5])
  await expect(database.query(divide, [0])).rejects.toMatchObject({ code: '22012' })
  await expect(database.query(divide, ['no number'])).rejects.toMatchObject({ code: '22P02' })
  expect(await database.query(divide, [2])).toEqual([{ result: 5, pid: first?.pid }])
})

test('a statement that first failed is run as if it were new', async () => {
  const fails = 'select 1 / $1::int as result'
  await expect(database.query(fails, [0])).rejects.toMatchObject({ code: '22012' })
  expect(await database.query(fails, [1])).toEqual([{ result: 1 }])
  expect(await database.query(fails, [1])).toEqual([{ result: 1 }])
})

test('what answers no rows answers none', async () => {
  await database.pool.query('create temporary table seen (n int)')
  const insert = 'insert into seen values ($1)'
  expect(await database.query(insert, [1])).toEqual([])
  expect(await database.query(insert, [2])).toEqual([])
  expect(await database.query('select n from seen order by n')).toEqual([{ n: 1 }, { n: 2 }])
})
