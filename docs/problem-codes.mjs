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
  'identity-already-registered':
    'somebody registered that identity: sign in, recover the password, or have the window settle it',
  'identity-mismatch': 'the identity in hand is not the account’s',
  'claim-settled': 'a window has settled the claim already',
  'one-time-code-wrong': 'a wrong code from a text message or e-mail; five close it',
  'one-time-code-expired': 'the code is over ten minutes old, used, or was tried too often',
  'codes-unavailable': 'this installation sends no text messages, or no e-mail',
  'contact-invalid': 'no mobile number, no e-mail address',
  'assurance-too-low':
    'the account’s identity is only stated: a window or the identity provider verifies it',
  'progress-not-found': 'number and query code do not fit together',
  'progress-locked': 'five failures on a number or from an address: locked for 30 minutes',
  'provider-not-set': 'this installation has no identity provider',
  'form-not-found': 'no such form, or the item has none',
  'unknown-element': 'fields that the dictionary of data elements does not have',
  'draft-not-found': 'no such draft, or it is somebody else’s',
  'draft-submitted': 'the draft has become an application',
  'draft-of-account': 'the slip code is right, and the draft belongs to another account',
  'draft-too-large': 'the answers of a draft take more than it may hold',
  'too-many-drafts': '50 open drafts of an account, 20 of a browser',
  'draft-incomplete': 'what is missing before a draft is submitted, each named in `fields`',
  'guide-changed': 'another version of the guide is in force: show what changed, then send `seen`',
  'code-wrong': 'a wrong slip code, or its draft is gone',
  'code-locked': 'five wrong slip codes: locked for 15 minutes',
  'upload-not-found': 'no such file in this draft',
  'upload-complete': 'all of the file is there already',
  'chunk-differs': 'a chunk of another length or hash than said',
  'chunks-missing': 'the file is not all there yet',
  'file-differs': 'the whole file has another SHA-256 than said',
  'quota-exceeded': 'the files of one draft take more than they may',
  'too-many-pages': 'more files than one draft may have',
  'pairing-expired': 'the phone’s link is over ten minutes old, or the draft is submitted',
  'material-not-asked': 'the guide has no such material, or the phone was paired for another',
  'material-not-reusable': 'out of date, revoked, or not the applicant’s',
  'mandate-not-found': 'no such mandate, or one between others',
  'mandate-settled': 'the mandate was answered, confirmed or ended before',
  'mandate-faulty': 'a mandate to oneself, without an end, of a minor: `detail` says which',
  'mandate-required': 'an applicant who is not the person signed in, and no mandate',
  'identity-shared': 'several accounts have one identity number: the window settles it',
  'guardian-required': 'under 14 a guardian applies',
  'editor-may-not-confirm': 'whoever wrote in a draft confirms nothing of it',
  'draft-closed': 'the catalogue draft was published or discarded',
  'draft-not-submitted': 'the catalogue draft has to be submitted first',
  'already-confirmed': 'this side has confirmed',
  'reason-missing': 'why the item or guide changes',
  'document-missing': 'the legal document behind a change of state',
  'handler-missing': 'who handles what is devolved or merged',
  'not-a-status-change': 'this state cannot follow that one',
  'guide-not-confirmed': 'department and Bureau have not both confirmed',
  'effective-day-past': 'the first day of a version lies before today',
  'not-a-working-day': 'versions begin on a working day',
  'linter-errors': 'what the guide linter found, each named in `fields`',
  'test-application-failed': 'a path of the trial failed, each named in `fields`',
  'import-has-errors': 'the file has errors, or things moved since the preview',
  'import-file-refused': 'no workbook or JSON that could be an import',
  'import-expired': 'no such import, somebody else’s, or over a day old',
  'too-long-for-a-cell': 'a text longer than a cell of Excel: export JSON',
  'bundle-incomplete': 'questions of the bundle unanswered, or its parts have changed',
  'contact-required': 'neither phone nor e-mail nor account to answer to',
  'query-code-wrong': 'an enquiry’s number and query code do not fit together',
  'query-locked': 'five wrong codes: the enquiry is locked for 15 minutes',
  'enquiry-closed': 'the enquiry is answered already',
  'queue-not-bookable': 'the queue takes no appointments',
  'booking-suspended': 'several booked visits were missed: no booking online until the day named',
  'booking-day-closed': 'a holiday, a weekend, today, or too far ahead',
  'booking-slot-unknown': 'the hall has no such half-hour on that day',
  'booking-slot-full': 'the last seat was just taken',
  'booking-one-a-day': 'the person has a booking on that day',
  'booking-not-found': 'no booking of today has this code or card; or it is not yours',
  'booking-ended': 'cancelled, over, or checked in',
  'booking-too-early': 'checking in begins a quarter of an hour before',
  'booking-too-late-to-cancel': 'less than two hours before',
  'offline-range-exhausted': 'no reserved numbers are left: come back to the server first',
  'offline-act-not-open':
    'the entry of the journal cannot be done any more; it stays in the list to be worked off',
  'device-unknown': 'the device is not paired, or was removed',
  'device-paired': 'the device is paired already: remove it before another takes its place',
  'ticket-not-found': 'no such ticket',
  'hall-configuration-faulty':
    'the layout of the hall does not hold together, each fault named in `fields`',
  'hall-closed': 'the hall is closed now',
  'queue-closed': 'the queue takes no more tickets today',
  'queue-not-served': 'no window serves the queue',
  'ticket-stopped': 'who waits already fills the time that is left',
  'ticket-already-live': 'the person has a live ticket in this queue',
  'ticket-not-possible': 'the ticket’s state does not allow the act',
  'foreign-window': 'the ticket or the act belongs to another window',
  'not-signed-on': 'sign on at a window first',
  'window-paused': 'the window pauses: resume first',
  'manager-only': 'who still waits is moved by the hall manager alone',
  'special-reason-missing': 'the reason of a special call is `other` and has no words',
  'special-call-not-possible': 'the ticket does not wait: missed, ended or void',
  'ticket-called-elsewhere': 'a window has it already',
  'window-silent': 'no heartbeat comes from that window',
  'queue-not-at-window': 'the window does not serve the queue of the ticket',
  'window-not-trained': 'its clerk passed no course of the department of the item',
  'ticket-for-window': 'it was moved to another window that is on duty',
  'follow-up-settled': 'that bad grade of the counter is settled',
  'ticket-in-hand': 'finish, pass or hold the ticket in hand first',
  'recall-too-soon': 'calls are 20 seconds apart',
  'called-three-times': 'called three times: pass it',
  'returned-too-late': 'a passed ticket may come back within 30 minutes, once',
  'window-not-silent': 'the window is heard of: its clerk acts on its ticket',
  'transfer-target-faulty': 'no such queue or window to transfer to',
  'unknown-window': 'no such window',
  'not-rostered': 'the clerk stands on no roster of this window',
  'etiquette-missing': 'the clerk’s training in etiquette is missing',
  'window-taken': 'somebody else is signed on at the window',
  'window-empty': 'nobody is signed on at the window',
  'signed-on-elsewhere': 'the clerk is signed on at another window',
  'already-paused': 'the window pauses already',
  'not-paused': 'the window does not pause',
  'pause-reason-missing': 'why the window pauses',
  'evaluation-gone': '60 seconds are over, the next was called, or it was given',
  'rating-link-gone': 'the one-time link is used, over 30 days old, or wrong',
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
  items: ['公共场所卫生许可'],
  faults: [{}, {}],
  version: 3,
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
