// node docs/problem-codes.mjs: writes the table of problem codes into integrator.md, from the code that answers them.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FILE = path.join(ROOT, 'docs', 'integrator.md')
const TABLE = /(?<=<!-- problem codes -->\n)[\s\S]*(?=<!-- end of problem codes -->)/

/** What stands around the procedure has no fixed sentence: the `detail` of each case names it. */
const AROUND = {
  'malformed-json': 'the body is not JSON',
  'malformed-request': 'the request itself is not right',
  'virtual-clock-forbidden': 'a server has only the real time',
  'not-signed-in': 'no session, or it has ended',
  'sign-in-failed': 'wrong name or password',
  'account-locked': 'five failures in a row: locked for 15 minutes',
  'account-disabled': 'the account was closed',
  'password-change-required': 'the given password has to be changed first',
  'post-not-open': 'the security administrator has not opened the post',
  'not-permitted': 'this post does not do that',
  'cross-site-request': 'neither JSON nor `x-yichuang: 1`, or another origin',
  'own-account': 'nobody changes their own account',
  'not-found': 'no such thing',
  'changed-meanwhile': 'somebody acted since `expectedVersion`; `version` is the one that is now',
  'username-taken': 'somebody has that name',
  'first-administrator-code-used': 'there is a first administrator already',
  'first-administrator-code-wrong': 'not the code that was printed',
  'too-large': 'a body over 1 MB',
  'file-too-large': 'a file over 50 MB',
  'unsupported-media-type': 'neither JSON nor a multipart upload',
  'invalid-input': 'wrong fields, each named in `fields`',
  'unknown-field': 'fields that do not exist, each named in `fields`',
  'unknown-command': 'no such command to preview',
  'application-not-found': 'no such application',
  'command-id-reused': 'another person, or another application, had this `commandId`',
  'unknown-item': 'no such service item',
  'seal-mode-not-in-question': 'the annex has no × for this item',
  'seal-mode-settled': 'two people have agreed already',
  'unknown-organisation': 'no such body',
  'unknown-course': 'no such training',
  'organisation-required': 'the post needs a department',
  'window-required': 'the post needs a window',
  'password-too-simple': 'too short, too common, or the name itself',
  'password-unchanged': 'the new password is the old one',
  'password-wrong': 'the current password is wrong',
  'file-missing': 'no file in the form',
  'file-empty': 'the file has no bytes',
  'file-type-not-allowed': 'neither PDF, JPEG nor PNG by its bytes',
  'file-not-a-pdf': 'the file to verify is no PDF',
  'file-type-mismatch': 'ending, declared type and content do not agree',
  'file-unsafe': 'a PDF with scripts or actions, a file of two natures',
  'picture-too-large': 'more than 120 million pixels, or a side of more than 30,000',
  'file-infected': 'the virus scanner found something: not taken, or not given out',
  'file-quarantined': 'not scanned yet: nobody reads it until it is',
  'too-many-attempts': 'too many at once: wait `retry-after` seconds',
  'calendar-year-missing': 'a year that the calculation needs is not loaded',
  'internal-error': 'a bug, with its incident number',
  'scanner-unavailable': 'the virus scanner does not answer and uploads wait for it',
  'database-unavailable': 'nothing was done: try again with the same `commandId`',
}

/** Every violation's fields at once: each text takes what it needs. */
const EXAMPLE = {
  did: '您已收件或者受理本件',
  action: 'MakeCertificate',
  status: 'accepted',
  handledBy: '县（市）主管部门',
  atTheWindow: true,
  why: '……',
  materials: [2, 5],
  material: 9,
  asked: [2],
  departments: ['州教育局'],
  least: 20,
  amount: 100,
  missing: ['procedure-lawful'],
}

const { explainViolation, statusOf } = await answersOfTheCode()
const procedure = codesIn('domain/application/violations.ts', /code: '([a-z-]+)'/g)
const around = codesIn('server/http/violation-status.ts', /^ {2}'([a-z-]+)': \d{3},$/gm).filter(
  (code) => !procedure.includes(code),
)
const untold = around.filter((code) => AROUND[code] === undefined)
if (untold.length > 0) throw new Error(`No words for ${untold.join(', ')}: add them to AROUND`)

const table = [
  '### Refusals of the procedure',
  '',
  '| code | status | `detail` (examples where it varies) | `article` |',
  '| --- | --- | --- | --- |',
  ...procedure.map((code) => {
    const { sentence, article } = explainViolation({ ...EXAMPLE, code })
    return `| \`${code}\` | ${statusOf(code)} | ${sentence} | ${article} |`
  }),
  '',
  '### Around it',
  '',
  '| code | status | when |',
  '| --- | --- | --- |',
  ...around.map((code) => `| \`${code}\` | ${statusOf(code)} | ${AROUND[code]} |`),
  '',
].join('\n')
writeFileSync(
  FILE,
  readFileSync(FILE, 'utf8').replace(TABLE, () => `\n${table}\n`),
)
process.stdout.write(`${procedure.length + around.length} codes\n`)

async function answersOfTheCode() {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: {
      resolveDir: ROOT,
      loader: 'ts',
      contents: `export { explainViolation } from './domain/application/violation-texts.ts'
        export { statusOf } from './server/http/violation-status.ts'`,
    },
    bundle: true,
    write: false,
    format: 'esm',
  })
  const [{ text }] = outputFiles
  return await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}

function codesIn(file, pattern) {
  const source = readFileSync(path.join(ROOT, file), 'utf8')
  return [...new Set([...source.matchAll(pattern)].map(([, code]) => code))]
}
