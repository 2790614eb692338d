/** The server itself, sessions and staff accounts. */
export const SYSTEM = `
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
                                                                    │ │ │ │ │ │ │ │ │ │ │ │ ┌ editor of guides
                                                                    │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ confirmer of guides
                                                                    │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ hall manager
                                                                    │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ the applicant
                                                                    │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ post not opened
                                                                    │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ password to be changed
                                                                    │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ reviewer of another department
                                                                    │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ another citizen
GET /health                                                         · · · · · · · · · · · · · · · · · · · ·
GET /ready                                                          · · · · · · · · · · · · · · · · · · · ·
GET /api/openapi.json                                               · · · · · · · · · · · · · · · · · · · ·
GET /docs                                                           · · · · · · · · · · · · · · · · · · · ·
GET /docs/                                                          · · · · · · · · · · · · · · · · · · · ·
GET /docs/setup.js                                                  · · · · · · · · · · · · · · · · · · · ·
HEAD /docs/*                                                        · · · · · · · · · · · · · · · · · · · ·
GET /docs/*                                                         · · · · · · · · · · · · · · · · · · · ·
HEAD /*                                                             · · · · · · · · · · · · · · · · · · · ·
GET /*                                                              · · · · · · · · · · · · · · · · · · · ·
POST /api/session                                                   · · · · · · · · · · · · · · · · · · · ·
DELETE /api/session                                                 S · · · · · · · · · · · · · · · · · · ·
DELETE /api/visit                                                   · · · · · · · · · · · · · · · · · · · ·
GET /api/session                                                    S · · · · · · · · · · · · · · · · · · ·
POST /api/session/password                                          S · · · · · · · · · · · · · · · · · · ·
GET /api/demonstration-cast                                         · · · · · · · · · · · · · · · · · · · ·
POST /api/first-administrator                                       · · · · · · · · · · · · · · · · · · · ·
GET /api/accounts                                                   S P P P P P P P · · · · P P P P P N P P
POST /api/accounts                                                  S P P P P P P P P · P P P P P P P N P P
PUT /api/accounts/:accountId/post                                   S P P P P P P P P P · P P P P P P N P P
PUT /api/accounts/:accountId/training                               S P P P P P P P · P · P P P P P P N P P
PUT /api/accounts/:accountId/disabled                               S P P P P P P P P · P P P P P P P N P P
`
