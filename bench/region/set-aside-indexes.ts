import pg from 'pg'
import { MADE_TABLES } from './compile-life.ts'

/** How what was taken away is put back: first what may be built side by side, then what ties tables together. */
export type SetAside = {
  readonly indexes: readonly string[]
  readonly keys: readonly string[]
  readonly foreignKeys: readonly string[]
}

type Constraint = {
  kind: 'p' | 'u' | 'f'
  name: string
  on: string
  definition: string
  index: string | null
}

const CONSTRAINTS = `
  select c.contype as kind, quote_ident(c.conname) as name, c.conrelid::regclass::text as "on",
         pg_get_constraintdef(c.oid) as definition, pg_get_indexdef(nullif(c.conindid, 0)) as index
    from pg_constraint c
   where c.contype in ('p', 'u', 'f')
     and (c.conrelid = any($1::regclass[]) or c.confrelid = any($1::regclass[]))
   order by c.conrelid::regclass::text, c.conname`

const INDEXES = `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
   where i.indrelid = any($1::regclass[])
     and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
   order by 1`

/** Takes indexes and keys off the tables that are filled: a row then costs its own bytes and no more. */
export async function setAsideIndexes(client: pg.Client): Promise<SetAside> {
  const { rows: constraints } = await client.query<Constraint>(CONSTRAINTS, [MADE_TABLES])
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES, [
    MADE_TABLES,
  ])
  const foreign = constraints.filter(({ kind }) => kind === 'f')
  const unique = constraints.filter(({ kind }) => kind !== 'f')
  for (const { name, on } of [...foreign, ...unique])
    await client.query(`alter table ${on} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return {
    indexes: [
      ...unique.flatMap(({ index }) => (index === null ? [] : [index])),
      ...indexes.map(({ definition }) => definition),
    ],
    keys: unique.map(
      ({ kind, name, on }) =>
        `alter table ${on} add constraint ${name} ${kind === 'p' ? 'primary key' : 'unique'} using index ${name}`,
    ),
    foreignKeys: foreign.map(
      ({ name, on, definition }) => `alter table ${on} add constraint ${name} ${definition}`,
    ),
  }
}

/** Builds them again, `lanes` at a time; what takes longest first. */
export async function putIndexesBack(
  connectionString: string,
  { indexes, keys, foreignKeys }: SetAside,
  lanes: number,
): Promise<void> {
  const slowFirst = indexes.toSorted((a, b) => weightOf(b) - weightOf(a))
  await inLanes(connectionString, slowFirst, lanes)
  await inLanes(connectionString, keys, 1)
  await inLanes(connectionString, foreignKeys, 1)
}

const SLOWEST_FIRST = [/using gin/i, /application_event/, /command_log/, /notice/]

function weightOf(definition: string): number {
  const place = SLOWEST_FIRST.findIndex((sign) => sign.test(definition))
  return place === -1 ? 0 : SLOWEST_FIRST.length - place
}

async function inLanes(
  connectionString: string,
  statements: readonly string[],
  lanes: number,
): Promise<void> {
  const waiting = [...statements]
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      const client = new pg.Client({ connectionString })
      await client.connect()
      try {
        await client.query("set maintenance_work_mem = '768MB'")
        await client.query('set max_parallel_maintenance_workers = 0')
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
          await client.query(next)
      } finally {
        await client.end()
      }
    }),
  )
}
