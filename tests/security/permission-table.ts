import { APPLYING } from './permissions/applying.ts'
import { BOOKING } from './permissions/booking.ts'
import { CATALOGUE } from './permissions/catalogue.ts'
import { CITIZENS } from './permissions/citizens.ts'
import { HALL } from './permissions/hall.ts'
import { PROCEDURE } from './permissions/procedure.ts'
import { SYSTEM } from './permissions/system.ts'

/** Why a visitor is turned away: the letter in the table, the permanent code in the answer. */
export const CELL_CODES: Readonly<Record<string, string>> = {
  S: 'not-signed-in',
  P: 'not-permitted',
  C: 'post-not-open',
  N: 'password-change-required',
  A: 'not-your-application',
  W: 'only-the-window-accepts',
  X: 'separation-of-duties',
  D: 'not-your-department',
  T: 'not-trained-for-item',
  H: 'not-department-head',
  G: 'needs-government-approval',
  O: 'own-account',
  F: 'first-administrator-code-wrong',
  E: 'editor-may-not-confirm',
  V: 'device-unknown',
}
/** The letter Z: whoever it is not meant for is told that there is none, with 404. */
export const HIDDEN: readonly string[] = ['draft-not-found', 'mandate-not-found']

// Every route of the server, and what it answers each visitor: · let in (whatever the rules say next), else the letter of
// the refusal. The columns, drawn above each table: nobody signed in; the posts of the procedure (window clerk, accompanying
// agent, reviewer, decider, head of the department, head of the government, seal keeper, supervisor); the administrators of
// system, security and audit; the editor of guides (of the same department) and the Bureau's confirmer; the hall manager; the applicant; then
// those whose post is closed, whose password is to be changed, of another department, another citizen. A new route needs a
// line; `PERMISSIONS_TO=file npx vitest run tests/security/permissions` writes what the server answers now, to be judged
// cell by cell before it is copied.
const TABLES = [SYSTEM, PROCEDURE, CATALOGUE, APPLYING, CITIZENS, HALL, BOOKING]

/** By route (`GET /api/accounts`), one letter for each of the visitors. */
export const PERMISSION_TABLE: Readonly<Record<string, string>> = Object.fromEntries(
  TABLES.flatMap((table) => table.split('\n'))
    .filter((line) => /^[A-Z]+ \//.test(line))
    .map((line) => {
      const [method = '', url = '', ...cells] = line.split(/ +/)
      return [`${method} ${url}`, cells.join('')]
    }),
)
