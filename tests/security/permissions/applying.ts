/** Drafts, their files and phones, bundles. The draft is the applicant’s own. */
export const APPLYING = `
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
GET /api/bundles                                                    · · · · · · · · · · · · · · · · · · · ·
GET /api/bundles/:bundleId                                          · · · · · · · · · · · · · · · · · · · ·
POST /api/bundles/:bundleId/cases                                   S · P P P P P P P P P P P P P · P N P ·
GET /api/bundle-cases/:bundleCaseId                                 S · · · · · · · · A A A A A A · C N · A
GET /api/bundle-cases                                               S P P P P P P P P P P P P P P · P N P ·
POST /api/drafts                                                    · P P P P P P P P P P P P P P · P P P ·
GET /api/drafts                                                     · · · · · · · · · · · · · · · · · · · ·
GET /api/drafts/:draftId                                            Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
PUT /api/drafts/:draftId                                            Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
DELETE /api/drafts/:draftId                                         Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
POST /api/drafts/:draftId/claim                                     S P P P P P P P P P P P P P P · P N P Z
POST /api/drafts/:draftId/slip-code                                 Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
POST /api/draft-codes                                               · P P P P P P P P P P P P P P · P P P ·
GET /api/drafts/:draftId/check                                      Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
POST /api/drafts/:draftId/submit                                    S P P P P P P P P P P P P P P · P N P Z
POST /api/window/drafts                                             S · · P P P P P P P P P P P P P P N P P
POST /api/window/drafts/receive                                     S · · P P P P P P P P P P P P P P N P P
POST /api/window/drafts/pages/:uploadId                             S · · P P P P P P P P P P P P P P N P P
POST /api/drafts/:draftId/uploads                                   Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
GET /api/drafts/:draftId/uploads/:uploadId                          Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
PUT /api/drafts/:draftId/uploads/:uploadId/chunks/:chunk            Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
POST /api/drafts/:draftId/uploads/:uploadId/complete                Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
DELETE /api/drafts/:draftId/uploads/:uploadId                       Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
GET /api/drafts/:draftId/uploads/:uploadId/file                     Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
GET /api/drafts/:draftId/pages                                      Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
PUT /api/drafts/:draftId/materials/:number/pages                    Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
POST /api/drafts/:draftId/materials/:number/pairings                Z Z Z Z Z Z Z Z Z Z Z Z Z Z Z · Z Z Z Z
GET /api/pairing                                                    · · · · · · · · · · · · · · · · · · · ·
GET /api/drafts/:draftId/reusable                                   S P P P P P P P P P P P P P P · P N P Z
POST /api/drafts/:draftId/materials/:number/reuse                   S P P P P P P P P P P P P P P · P N P Z
GET /api/applications/:applicationId/material-trust                 S · · · · · · · · A A A A A A · C N · A
`
