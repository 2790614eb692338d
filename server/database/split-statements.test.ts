import { loadModule, parseSync } from 'libpg-query'
import { shippedMigrations } from 'yichuang:migrations'
import { expect, test } from 'vitest'
import { splitStatements } from './split-statements.ts'

await loadModule()

test.each([
  ['two statements', 'select 1; select 2;', ['select 1', 'select 2']],
  [
    'a semicolon in quoted text',
    "select ';', 'it''s; so'; select 2",
    ["select ';', 'it''s; so'", 'select 2'],
  ],
  ['an escaped quote', "select E'\\';'; select 2", ["select E'\\';'", 'select 2']],
  ['a backslash that escapes nothing', "select '\\'; select 2", ["select '\\'", 'select 2']],
  ['a semicolon in a name', 'select 1 as "a;b"; select 2', ['select 1 as "a;b"', 'select 2']],
  [
    'a body between dollars',
    'do $$ begin a; b; end $$; select 2',
    ['do $$ begin a; b; end $$', 'select 2'],
  ],
  [
    'a tagged body around another',
    'do $体$ x $$ ; $$ $体$; select 2',
    ['do $体$ x $$ ; $$ $体$', 'select 2'],
  ],
  ['parameters', 'select $1; select $2', ['select $1', 'select $2']],
  ['a name with dollars', 'select a$b$c; select d$b$', ['select a$b$c', 'select d$b$']],
  [
    'a comment before a statement',
    '-- one; two\nselect 1; /* a; /* b; */ c; */',
    ['-- one; two\nselect 1'],
  ],
  ['only comments', '-- nothing\n/* at all; */\n;;', []],
])('%s stays as written', (_what, sql, statements) => {
  expect(splitStatements(sql)).toEqual(statements)
})

test('every shipped migration is split where PostgreSQL itself would split it', () => {
  for (const { file, text } of shippedMigrations) {
    expect([file, splitStatements(text).length]).toEqual([file, parseSync(text).stmts?.length])
  }
})
