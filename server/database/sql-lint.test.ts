import { shippedMigrations } from 'yichuang:migrations'
import { describe, expect, test } from 'vitest'
import { sqlLinter } from './sql-lint.ts'

const PLACED = `
  create table region (region_code int primary key);
  select dist_ref('region');
  create table matter (
    region_code int not null, matter_id uuid not null, number text not null, at timestamptz,
    primary key (region_code, matter_id), unique (region_code, number)
  );
  select dist_tenant('matter');
  create table step (
    region_code int not null references region, matter_id uuid not null, seq int not null,
    primary key (region_code, matter_id, seq),
    foreign key (region_code, matter_id) references matter (region_code, matter_id)
  );
  select dist_tenant('step');`

const linter = await sqlLinter([{ file: '001-placed.sql', text: PLACED }])
const messagesOf = (sql: string) => linter.statement(sql).map(({ message }) => message)

async function migrationMessages(sql: string): Promise<string[]> {
  const { migrations } = await sqlLinter([
    { file: '001-placed.sql', text: PLACED },
    { file: '002-more.sql', text: sql },
  ])
  return migrations.map(({ message }) => message)
}

test('a schema led by the region everywhere has no findings', () => {
  expect(linter.migrations).toEqual([])
})

test('the shipped migrations keep every schema rule', async () => {
  expect(shippedMigrations.length).toBeGreaterThan(0)
  expect((await sqlLinter(shippedMigrations)).migrations).toEqual([])
})

describe('a migration may not', () => {
  test.each([
    [
      'leave a table unplaced',
      'create table a (b int)',
      'dist_tenant or dist_ref must follow at once',
    ],
    [
      'place a table late',
      "create table a (b int); select 1; select dist_ref('a')",
      'follow at once',
    ],
    [
      'begin a tenant table without its region',
      tenant('id uuid primary key, region_code int not null'),
      'first column',
    ],
    ['allow an absent region', tenant('region_code int'), 'first column'],
    ['give the region another type', tenant('region_code bigint not null'), 'first column'],
    [
      'key a tenant table by id alone',
      tenant('region_code int not null, id uuid primary key'),
      'primary key must begin',
    ],
    [
      'make a number unique over all regions',
      tenant('region_code int not null, n text, unique (n, region_code)'),
      'unique key must begin',
    ],
    [
      'exclude across regions',
      tenant('region_code int not null, d daterange, exclude using gist (d with &&)'),
      'exclusion key must begin',
    ],
    [
      'point to a tenant table without the region',
      tenant('region_code int not null, m uuid, foreign key (m) references matter (matter_id)'),
      'foreign key to matter must begin',
    ],
    [
      'point from a reference table to a tenant table',
      "create table a (region_code int, m uuid, foreign key (region_code, m) references matter); select dist_ref('a')",
      'may not point to tenant table',
    ],
    [
      'null the region of an orphan',
      tenant(
        'region_code int not null, m uuid, foreign key (region_code, m) references matter on delete set null',
      ),
      'would null region_code',
    ],
    ['count with a serial', tenant('region_code int not null, n bigserial'), 'a serial'],
    [
      'count with an identity',
      tenant('region_code int not null, n int generated always as identity'),
      'an identity',
    ],
    ['create a sequence', 'create sequence s', 'a sequence'],
    [
      'default to a sequence',
      "alter table matter alter column number set default nextval('s')",
      'nextval()',
    ],
    [
      'generate a virtual column',
      tenant('region_code int not null, n int generated always as (1) virtual'),
      'must say STORED',
    ],
    [
      'add a unique constraint later',
      'alter table matter add constraint u unique (number)',
      'unique key must begin',
    ],
    [
      'add a unique index without the region',
      'create unique index u on matter (number)',
      'unique index must begin',
    ],
    [
      'set the region of an orphan to a default',
      tenant(
        'region_code int not null, m uuid, foreign key (region_code, m) references matter on delete set default',
      ),
      'would change region_code',
    ],
    [
      'carry a change of the region on',
      tenant(
        'region_code int not null, m uuid, foreign key (region_code, m) references matter on update cascade',
      ),
      'on update would change',
    ],
    ['drop two indexes at once', 'drop index a, b', 'one object a statement'],
    ['make a table from a query', 'create table a as select 1', 'a table made from a query'],
    ['notify from the schema', "notify x, 'y'", 'NOTIFY reaches one node'],
    [
      'notify inside the command',
      body('plpgsql', "begin perform pg_notify('x', 'y'); end"),
      'pg_notify() inside a function',
    ],
    [
      'leave a function for a region on the coordinator',
      'create function f(p_region int) returns void language plpgsql as $$ begin return; end $$',
      'f(int): create_distributed_function must name it',
    ],
    [
      'write a trigger',
      'create trigger t after insert on matter execute function f()',
      'a trigger',
    ],
    ['write a rule', 'create rule r as on delete to matter do instead nothing', 'a rule'],
    [
      'forget the region inside a plpgsql function',
      body('plpgsql', "begin update matter set number = '1' where matter_id = p_id; end"),
      'matter: no region_code',
    ],
    [
      'forget the region inside an SQL function',
      body('sql', 'delete from matter where matter_id = p_id'),
      'matter: no region_code',
    ],
    [
      'forget it in an assignment',
      body('plpgsql', 'declare n int; begin n := (select count(*) from step); end'),
      'step: no region_code',
    ],
  ])('%s', async (_what, sql, message) => {
    expect((await migrationMessages(sql)).join('\n')).toContain(message)
  })
})

describe('a statement is held to one region', () => {
  test.each([
    'select * from matter where region_code = $1 and number = $2',
    'select * from matter m join step s on s.region_code = m.region_code and s.matter_id = m.matter_id where m.region_code = $1',
    'select * from matter join step using (region_code, matter_id) where matter.region_code = $1',
    'select * from matter where (region_code, matter_id) = ($1, $2)',
    'select 1 from matter m where m.region_code = $1 and exists (select from step s where s.region_code = m.region_code)',
    'select * from region',
    'insert into matter (region_code, matter_id) select $1::int, unnest($2::uuid[]) on conflict do nothing',
    'update matter set at = $2 where region_code = $1',
    'delete from step s using matter m where s.region_code = $1 and m.region_code = s.region_code',
    'select matter_id from matter where region_code = $1 for update skip locked',
    'with late as (select * from matter where region_code = $1) select * from late',
  ])('passes: %s', (sql) => {
    expect(messagesOf(sql)).toEqual([])
  })

  test.each([
    ['select * from matter where matter_id = $1', 'matter: no region_code'],
    ['select * from matter where region_code = $1 or number = $2', 'matter: no region_code'],
    ['select * from matter where region_code <> $1', 'matter: no region_code'],
    ['select * from matter where region_code = region_code', 'matter: no region_code'],
    ['select * from matter m, step s where m.region_code = $1', 'step: no region_code'],
    [
      'select * from matter m join step s using (matter_id) where m.region_code = $1',
      'step: no region_code',
    ],
    [
      'select * from matter m join step s on s.region_code = m.region_code',
      'matter: no region_code',
    ],
    [
      'select 1 from region r where exists (select from step where matter_id = $1)',
      'step: no region_code',
    ],
    ['insert into matter (matter_id) values ($1)', 'matter: no region_code'],
    ['insert into matter values ($1, $2)', 'matter: no region_code'],
    ['update matter set number = $1', 'matter: no region_code'],
    ['update matter set region_code = $2 where region_code = $1', 'never updated'],
    ['delete from matter', 'matter: no region_code'],
    ['update matter set at = now() where region_code = $1', 'now in UPDATE'],
    [
      'update matter set at = current_timestamp where region_code = $1',
      'current_timestamp in UPDATE',
    ],
    [
      'insert into matter (region_code) values ($1) returning gen_random_uuid()',
      'gen_random_uuid in UPDATE or RETURNING',
    ],
    [
      'insert into matter (region_code) values ($1) on conflict (region_code, matter_id) do update set at = clock_timestamp()',
      'clock_timestamp in UPDATE',
    ],
    [
      'with gone as (delete from step where region_code = $1 returning seq) select * from gone',
      'a CTE that changes data',
    ],
    [
      'merge into region r using region s on r.region_code = s.region_code when matched then delete',
      'MERGE',
    ],
    ['select pg_advisory_xact_lock($1)', 'an advisory lock'],
    ['selec 1', 'not SQL'],
  ])('fails: %s', (sql, message) => {
    expect(messagesOf(sql).join('\n')).toContain(message)
  })
})

function tenant(columns: string): string {
  return `create table a (${columns}); select dist_tenant('a')`
}

function body(language: string, text: string): string {
  return `create function f(p_id uuid) returns void language ${language} as $$ ${text} $$`
}
