/** What a window needs for the time without a server, and what comes back from it. A kiosk signs with its token. */
export const OFFLINE = `
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
POST /api/offline/key                                               S · P P P P P P P P P P P P P P P N P P
POST /api/offline/ranges                                            S · P P P P P P P P P P P P P P P N P P
POST /api/offline/ticket-ranges                                     V V V V V V V V V V V V V V V V V V V V
POST /api/offline/merge                                             S · P P P P P P P P P P P P P P P N P P
POST /api/offline/ticket-merge                                      V V V V V V V V V V V V V V V V V V V V
GET /api/offline/entries                                            S · P P P P P P P P P P P P P P P N P P
POST /api/offline/entries/:entryId/settle                           S · P P P P P P P P P P P P P P P N P P
GET /api/offline/ranges                                             S · P P P P P P · · P P P P · P P N P P
POST /api/offline/ranges/hand-out                                   S P P P P P P P P · P P P P · P P N P P
POST /api/offline/ranges/:rangeId/return                            S · P P P P P P · · P P P P · P P N P P
`
