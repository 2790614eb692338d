/**
 * Applications and their papers. The application is accepted, of an item of culture-tourism, received by another
 * clerk.
 */
export const PROCEDURE = `
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
POST /api/applications                                              S · · W W W P P X P P P W P P · C N W A
POST /api/applications/:applicationId/accept                        S · P W W W P P X P P P W P P P C N W A
POST /api/applications/:applicationId/supply-tolerated              S · · P P P P P X P P P P P P · C N P A
POST /api/applications/:applicationId/assess                        S · P P P P P P X P P P P P P P C N P A
POST /api/applications/:applicationId/decline                       S · P P P P P P X P P P P P P P C N P A
POST /api/applications/:applicationId/request-correction            S · P P P P P P X P P P P P P P C N P A
POST /api/applications/:applicationId/supply-correction             S · · P P P P P X P P P P P P · C N P A
POST /api/applications/:applicationId/lapse                         S · P P P P P P X P P P P P P P C N P A
POST /api/applications/:applicationId/withdraw                      S · P P P P P P X P P P P P P · C N P A
POST /api/applications/:applicationId/terminate                     S · P · · · P P X P P P P P P P C N D A
POST /api/applications/:applicationId/review                        S D D · · · D D X D D D P D D D C N D A
POST /api/applications/:applicationId/begin-procedure               S D D · · · D D X D D D P D D D C N D A
POST /api/applications/:applicationId/end-procedure                 S D D · · · D D X D D D P D D D C N D A
POST /api/applications/:applicationId/extend                        S P P · · · · P X P P P P P P P C N D A
POST /api/applications/:applicationId/settle-fee                    S D D · · · D D X D D D P D D D C N D A
POST /api/applications/:applicationId/decide                        S D D P · · D D X D D D P D D D C N D A
POST /api/applications/:applicationId/make-certificate              S D D · · · D D X D D D P D D D C N D A
POST /api/applications/:applicationId/send-letter                   S D D P · · D D X D D D P D D D C N D A
POST /api/applications/:applicationId/return-letter                 S P P P P P P · X P P P P P P P C N P A
POST /api/applications/:applicationId/seal                          S P P P P P P · X P P P P P P P C N P A
POST /api/applications/:applicationId/receive-provincial-result     S · P · · · P P X P P P P P P P C N D A
POST /api/applications/:applicationId/notify-pickup                 S · P P P P P P X P P P P P P P C N P A
POST /api/applications/:applicationId/issue                         S · P P P P P P X P P P P P P P C N P A
POST /api/applications/:applicationId/confirm-delivery              S · P P P P P P X P P P P P P P C N P A
POST /api/applications/:applicationId/archive                       S D D · · · D D X D D D P D D D C N D A
POST /api/applications/:applicationId/revoke                        S D D · · · D D X D D D P D D D C N D A
POST /api/applications/:applicationId/rate                          S P P P P P P P X P P P P P P · C N P A
POST /api/applications/:applicationId/follow-up                     S P P P P P P P · P P P P P P P C N P A
POST /api/applications/:applicationId/explain-card                  S · P · · · P · X P P P P P P P C N D A
POST /api/applications/:applicationId/close-card                    S P P P P P P P · P P P P P P P C N P A
GET /api/applications/:applicationId                                S · · · · · · · · A A A A A A · C N · A
GET /api/applications                                               S · · · · · · · · P P P P P P P C N · P
GET /api/worklists                                                  S · · · · · · · · · · · · · · · C N · ·
GET /api/worklists/:list                                            S P P · · · P P P P P P P P P P C N · P
POST /api/applications/:applicationId/materials/:number             S · · P P P P P X A A A A A A · C N P A
GET /api/applications/:applicationId/files/:fileId                  S · · · · · · · · A A A A A A · C N · A
GET /api/findings                                                   S P P P P P P P · P P P P P P P P N P P
GET /api/applications/export/count                                  S P P · · · P P · P P P P P P P C N · P
GET /api/applications/export                                        S P P · · · P P · P P P P P P P C N · P
GET /api/applications/:applicationId/trail                          S · · · · · · · · · · · · · · · C N · A
GET /api/trail/roots                                                · · · · · · · · · · · · · · · · · · · ·
GET /api/notices/:noticeId/pdf                                      S · · · · · · · · A A A A A A · C N · A
GET /api/notices/:noticeId/pages                                    S · · · · · · · · A A A A A A · C N · A
GET /api/applications/:applicationId/certificate/pdf                S · · · · · · · · A A A A A A · C N · A
GET /api/applications/:applicationId/certificate/pages              S · · · · · · · · A A A A A A · C N · A
GET /api/seal-register                                              S P P P P P P · · P P · P P P P P N P P
GET /api/verify/:code                                               · · · · · · · · · · · · · · · · · · · ·
POST /api/verify                                                    · · · · · · · · · · · · · · · · · · · ·
POST /api/applications/:applicationId/preview/:command              S · P W W W P P X P P P W P P P C N W A
GET /api/live                                                       S · · · · · · · · · · · · · · · C N · ·
`
