import fc from 'fast-check'

const DEEP = Array.from({ length: 2_000 }).reduce<unknown>((inside) => [inside], 'deep')

/** What no form sends and every attacker tries first. */
export const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  2_147_483_648,
  true,
  [],
  {},
  [[[]]],
  DEEP,
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '𠮷㙍',
  '\u202eexe.pdf\u202c',
  'A'.repeat(20_000),
  '长'.repeat(5_000),
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '99999-12-31',
  '0000-00-00',
  '-0001-01-01',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  "' or 1=1 --",
  '"; drop table application; --',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '<script>alert(1)</script>',
  '%',
  '_%_',
  '\\',
  '\r\nset-cookie: a=b',
  'toString',
  '__proto__',
  'constructor',
  'NaN',
  'Infinity',
  '1e9',
  '0x10',
  '9'.repeat(400),
]
const FIELDS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'unknown',
  '',
  'a\u0000b',
  '$where',
]

export const hostileValue = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)
export const hostileText = hostileValue.map((value) =>
  typeof value === 'string' ? value.slice(0, 3_000) : (JSON.stringify(value) ?? '').slice(0, 3_000),
)

/** The same value with one place of it changed: a field of another kind, missing, or one too many. */
export function nearly(valid: unknown): fc.Arbitrary<unknown> {
  if (typeof valid !== 'object' || valid === null) return hostileValue
  const fields = Object.entries(valid)
  const added = fc
    .tuple(fc.constantFrom(...FIELDS), hostileValue)
    .map(([name, value]) => withField(valid, name, value))
  if (fields.length === 0) return added
  return fc
    .constantFrom(...fields)
    .chain(([name, value]) =>
      fc.oneof(
        { weight: 5, arbitrary: hostileValue.map((bad) => withField(valid, name, bad)) },
        { weight: 1, arbitrary: fc.constant(withField(valid, name, undefined)) },
        { weight: 2, arbitrary: nearly(value).map((inner) => withField(valid, name, inner)) },
        { weight: 1, arbitrary: added },
      ),
    )
}

/** A plain assignment to `__proto__` would change the object's own ancestry instead of what is sent. */
function withField(valid: object, name: string, value: unknown): unknown {
  if (Array.isArray(valid))
    return valid.map((item, index) => (String(index) === name ? value : (item as unknown)))
  return Object.defineProperty({ ...valid }, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

export const garbageBody = fc.constantFrom(
  '{',
  '[',
  '{"a":',
  'null',
  '"text"',
  '123',
  '[]',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{"a":1}}}',
  '\u0000',
  '{"a":"\\ud800"}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `{"a":${'9'.repeat(5_000)}}`,
  ' '.repeat(100_000),
  '\ufeff{}',
)

/** JSON as it would be sent, lone surrogates included; undefined fields are left out. */
export const contentTypes = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json;',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'x'.repeat(300)}`,
  '',
  'application/json, text/html',
]

export const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  { cookie: `yichuang=${'a'.repeat(7_000)}` },
  { cookie: 'yichuang=513200.%00%00; yichuang=1.2; __proto__=1' },
  { cookie: `yichuang=999999999.${'A'.repeat(43)}` },
  { cookie: 'yichuang=%E0%A4%A' },
  { 'last-event-id': `${'9'.repeat(300)}` },
  { 'last-event-id': '999999999999999999-00000000-0000-0000-0000-000000000000-999999999' },
  { 'last-event-id': '1-00000000-0000-0000-0000-000000000000-0' },
  { 'x-forwarded-for': '::ffff:127.0.0.1, not an address, 1.2.3.4.5' },
  { 'x-forwarded-host': 'evil.invalid', 'x-forwarded-proto': 'javascript' },
  { host: 'evil.invalid:99999' },
  { range: 'bytes=0-0,-1,99999999999-' },
  { 'if-none-match': '*' },
  { 'if-modified-since': 'the day before yesterday' },
  { accept: 'text/html' },
  { 'accept-encoding': 'gzip;q=x, ,br' },
  { 'content-length': '5' },
  { 'x-request-id': '<script>' },
  { origin: 'null' },
  { origin: 'http://[::1' },
  { traceparent: '00-zz-zz-01' },
]

export const pathTricks = [
  '/api/applications/../../etc/passwd',
  '/api//applications',
  '/api/applications/%2e%2e/%2e%2e/accounts',
  '/api/applications/%00',
  '/api/applications/%ff%fe',
  '/api/applications/%',
  `/api/applications/${'a'.repeat(5_000)}`,
  '/assets/..%2f..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/..%5c..%5csecret.txt',
  '/%2e%2e/secret.txt',
  '//evil.invalid/%2f..',
  '/.env',
  '/assets/.git/config',
  '/docs/../package.json',
  '/docs/%2e%2e%2fpackage.json',
  '/index.html',
  '/staff.html',
  '/?a[__proto__][b]=1&__proto__=2',
  '/api/items?constructor=1',
  '/api/items?%',
  '/api/session#x',
  '/API/SESSION',
  '/api/session/',
  '/\u0000',
]
