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
}

// Every route of the server, and what it answers each visitor: · let in (whatever the rules say next), else the letter of
// the refusal. The application is accepted, of an item of culture-tourism, received by another clerk. A new route needs a
// line here; `PERMISSIONS_TO=file npx vitest run tests/security/permissions` writes what the server answers now, to be
// judged cell by cell before it is copied.
const TABLE = `
                                                                 ┌ anonymous
                                                                 │ ┌ window clerk
                                                                 │ │ ┌ accompanying agent
                                                                 │ │ │ ┌ reviewer
                                                                 │ │ │ │ ┌ decider
                                                                 │ │ │ │ │ ┌ head of the department
                                                                 │ │ │ │ │ │ ┌ head of the government
                                                                 │ │ │ │ │ │ │ ┌ seal keeper
                                                                 │ │ │ │ │ │ │ │ ┌ supervisor
                                                                 │ │ │ │ │ │ │ │ │ ┌ system administrator
                                                                 │ │ │ │ │ │ │ │ │ │ ┌ security administrator
                                                                 │ │ │ │ │ │ │ │ │ │ │ ┌ auditor
                                                                 │ │ │ │ │ │ │ │ │ │ │ │ ┌ the applicant
                                                                 │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ post not opened
                                                                 │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ password to be changed
                                                                 │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ reviewer of another department
                                                                 │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ another citizen
GET /health                                                      · · · · · · · · · · · · · · · · ·
GET /ready                                                       · · · · · · · · · · · · · · · · ·
GET /api/openapi.json                                            · · · · · · · · · · · · · · · · ·
GET /docs                                                        · · · · · · · · · · · · · · · · ·
GET /docs/                                                       · · · · · · · · · · · · · · · · ·
GET /docs/setup.js                                               · · · · · · · · · · · · · · · · ·
HEAD /docs/*                                                     · · · · · · · · · · · · · · · · ·
GET /docs/*                                                      · · · · · · · · · · · · · · · · ·
HEAD /*                                                          · · · · · · · · · · · · · · · · ·
GET /*                                                           · · · · · · · · · · · · · · · · ·
POST /api/session                                                · · · · · · · · · · · · · · · · ·
DELETE /api/session                                              S · · · · · · · · · · · · · · · ·
GET /api/session                                                 S · · · · · · · · · · · · · · · ·
POST /api/session/password                                       S · · · · · · · · · · · · · · · ·
GET /api/demonstration-cast                                      · · · · · · · · · · · · · · · · ·
POST /api/first-administrator                                    · · · · · · · · · · · · · · · · ·
GET /api/accounts                                                S P P P P P P P · · · · P P N P P
POST /api/accounts                                               S P P P P P P P P · P P P P N P P
PUT /api/accounts/:accountId/post                                S P P P P P P P P P · P P P N P P
PUT /api/accounts/:accountId/training                            S P P P P P P P · P · P P P N P P
PUT /api/accounts/:accountId/disabled                            S P P P P P P P P · P P P P N P P
GET /api/items                                                   · · · · · · · · · · · · · · · · ·
GET /api/items/:itemId                                           · · · · · · · · · · · · · · · · ·
GET /api/organisations                                           S P P P P P P P · · · P P P N P P
POST /api/items/:itemId/seal-mode                                S P P P P P P · X P P P P C N P P
GET /api/seal-modes                                              S P P P P P P · · P P P P P N P P
GET /api/calendar                                                · · · · · · · · · · · · · · · · ·
PUT /api/calendar/:year                                          S P P P P P P P P · P P P P N P P
POST /api/applications                                           S · · W W W P P X P P P · C N W A
POST /api/applications/:applicationId/accept                     S · P W W W P P X P P P P C N W A
POST /api/applications/:applicationId/assess                     S · P P P P P P X P P P P C N P A
POST /api/applications/:applicationId/decline                    S · P P P P P P X P P P P C N P A
POST /api/applications/:applicationId/request-correction         S · P P P P P P X P P P P C N P A
POST /api/applications/:applicationId/supply-correction          S · · P P P P P X P P P · C N P A
POST /api/applications/:applicationId/lapse                      S · P P P P P P X P P P P C N P A
POST /api/applications/:applicationId/withdraw                   S · P P P P P P X P P P · C N P A
POST /api/applications/:applicationId/terminate                  S · P · · · P P X P P P P C N D A
POST /api/applications/:applicationId/review                     S D D · · · D D X D D D D C N D A
POST /api/applications/:applicationId/begin-procedure            S D D · · · D D X D D D D C N D A
POST /api/applications/:applicationId/end-procedure              S D D · · · D D X D D D D C N D A
POST /api/applications/:applicationId/extend                     S P P · · · · P X P P P P C N D A
POST /api/applications/:applicationId/settle-fee                 S D D · · · D D X D D D D C N D A
POST /api/applications/:applicationId/decide                     S D D P · · D D X D D D D C N D A
POST /api/applications/:applicationId/make-certificate           S D D · · · D D X D D D D C N D A
POST /api/applications/:applicationId/send-letter                S D D P · · D D X D D D D C N D A
POST /api/applications/:applicationId/return-letter              S P P P P P P · X P P P P C N P A
POST /api/applications/:applicationId/seal                       S P P P P P P · X P P P P C N P A
POST /api/applications/:applicationId/receive-provincial-result  S · P · · · P P X P P P P C N D A
POST /api/applications/:applicationId/notify-pickup              S · P P P P P P X P P P P C N P A
POST /api/applications/:applicationId/issue                      S · P P P P P P X P P P P C N P A
POST /api/applications/:applicationId/confirm-delivery           S · P P P P P P X P P P P C N P A
POST /api/applications/:applicationId/archive                    S D D · · · D D X D D D D C N D A
POST /api/applications/:applicationId/revoke                     S D D · · · D D X D D D D C N D A
POST /api/applications/:applicationId/rate                       S P P P P P P P X P P P · C N P A
POST /api/applications/:applicationId/follow-up                  S P P P P P P P · P P P P C N P A
POST /api/applications/:applicationId/explain-card               S · P · · · P · X P P P P C N D A
POST /api/applications/:applicationId/close-card                 S P P P P P P P · P P P P C N P A
GET /api/applications/:applicationId                             S · · · · · · · · A A A · C N · A
GET /api/applications                                            S · · · · · · · · P P P P C N · P
GET /api/applications/export/count                               S P P · · · P P · P P P P C N · P
GET /api/applications/export                                     S P P · · · P P · P P P P C N · P
GET /api/worklists                                               S · · · · · · · · · · · · C N · ·
GET /api/worklists/:list                                         S P P · · · P P P P P P P C N · P
POST /api/applications/:applicationId/materials/:number          S · · P P P P P X A A A · C N P A
GET /api/applications/:applicationId/files/:fileId               S · · · · · · · · A A A · C N · A
GET /api/findings                                                S P P P P P P P · P P P P P N P P
GET /api/applications/:applicationId/trail                       S · · · · · · · · · · · · C N · A
GET /api/trail/roots                                             · · · · · · · · · · · · · · · · ·
GET /api/notices/:noticeId/pdf                                   S · · · · · · · · A A A · C N · A
GET /api/notices/:noticeId/pages                                 S · · · · · · · · A A A · C N · A
GET /api/applications/:applicationId/certificate/pdf             S · · · · · · · · A A A · C N · A
GET /api/applications/:applicationId/certificate/pages           S · · · · · · · · A A A · C N · A
GET /api/seal-register                                           S P P P P P P · · P P · P P N P P
GET /api/verify/:code                                            · · · · · · · · · · · · · · · · ·
POST /api/verify                                                 · · · · · · · · · · · · · · · · ·
POST /api/applications/:applicationId/preview/:command           S · P W W W P P X P P P P C N W A
GET /api/live                                                    S · · · · · · · · · · · · C N · ·
`

/** By route (`GET /api/accounts`), one letter for each of the visitors. */
export const PERMISSION_TABLE: Readonly<Record<string, string>> = Object.fromEntries(
  TABLE.split('\n')
    .filter((line) => /^[A-Z]+ \//.test(line))
    .map((line) => {
      const [method = '', url = '', ...cells] = line.split(/ +/)
      return [`${method} ${url}`, cells.join('')]
    }),
)
