import { shippedMigrations } from 'yichuang:migrations'
import { describe, expect, test } from 'vitest'
import { sqlLinter } from './sql-lint.ts'

const BEFORE = `
  create table matter (
    region_code int not null, matter_id uuid not null, number text not null, at timestamptz,
    primary key (region_code, matter_id)
  );
  select dist_tenant('matter');`

async function findingsOf(sql: string, file = '005-next.sql'): Promise<string> {
  const { migrations } = await sqlLinter([
    { file: '001-before.sql', text: BEFORE },
    { file, text: sql },
  ])
  return migrations.map(({ message }) => message).join('; ')
}

describe('while the release before gives commands, a migration may not', () => {
  test.each([
    ['drop a column', 'alter table matter drop column at', 'column is not dropped'],
    ['drop a table', 'drop table matter', 'nothing is dropped'],
    ['drop a function', 'drop function record_command(int)', 'nothing is dropped'],
    ['rename a column', 'alter table matter rename column at to moved_at', 'nothing is renamed'],
    ['rename a table', 'alter table matter rename to affair', 'nothing is renamed'],
    [
      'change a type',
      'alter table matter alter column number type varchar(20)',
      'type of a column',
    ],
    [
      'require a column that is there',
      'alter table matter alter column at set not null',
      'NOT NULL',
    ],
    [
      'add a required column without default',
      'alter table matter add column grade text not null',
      'needs a default',
    ],
    [
      'add a column with a computed default',
      'alter table matter add column made timestamptz default clock_timestamp()',
      'rewrites the table',
    ],
    [
      'add a generated column',
      'alter table matter add column tail text generated always as (right(number, 4)) stored',
      'rewrites the table',
    ],
    [
      'index a table that is there under a lock',
      'create index matter_at on matter (region_code, at)',
      'CONCURRENTLY',
    ],
    [
      'index concurrently inside a transaction',
      'create index concurrently matter_at on matter (region_code, at)',
      'no transaction',
    ],
    ['drop an index under a lock', 'drop index matter_at', 'CONCURRENTLY'],
    [
      'check every row under a lock',
      'alter table matter add constraint c check (number <> $$$$)',
      'NOT VALID',
    ],
    [
      'make a key under a lock',
      'alter table matter add constraint u unique (region_code, number)',
      'USING it',
    ],
    ['drop a constraint', 'alter table matter drop constraint c', 'not dropped'],
    [
      'fill a whole table at once',
      'update matter set at = null where region_code = 1',
      'in batches',
    ],
    ['empty a table', 'truncate matter', 'not emptied'],
  ])('%s', async (_what, sql, message) => {
    expect(await findingsOf(sql)).toContain(message)
  })
})

test('it may add a column, an index made concurrently, a constraint validated later, and tables of its own', async () => {
  const sql = `-- no transaction
    alter table matter add column grade text;
    alter table matter add column kept boolean not null default false;
    create index concurrently matter_at on matter (region_code, at);
    drop index concurrently if exists matter_old;
    alter table matter add constraint graded check (grade <> 'x') not valid;
    alter table matter validate constraint graded;
    alter table matter drop constraint known;
    alter table matter add constraint known check (grade in ('a', 'b', 'c')) not valid;
    create table step (region_code int not null, step_id uuid not null, primary key (region_code, step_id));
    select dist_tenant('step');
    create index step_id on step (region_code, step_id);
    alter table step add column at timestamptz not null;
    update step set at = null where region_code = 1;`
  expect(await findingsOf(sql)).toBe('')
})

test('migrations from before the first installation are as they were', async () => {
  expect(await findingsOf('alter table matter drop column at', '004-early.sql')).toBe('')
})

test('the shipped migrations leave the release before at work', async () => {
  const later = shippedMigrations.filter(({ file }) => file >= '005')
  expect(later.length).toBeGreaterThan(2)
  const { migrations } = await sqlLinter(shippedMigrations)
  expect(migrations).toEqual([])
})
