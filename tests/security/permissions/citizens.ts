/**
 * Citizens’ accounts and messages, progress, consultations, mandates. The mandate is from the applicant to the
 * other citizen, the question is to the department of culture-tourism.
 */
export const CITIZENS = `
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
GET /api/sign-in-ways                                               · · · · · · · · · · · · · · · · · · · ·
POST /api/citizens/codes                                            · · · · · · · · · · · · · · · · · · · ·
POST /api/citizens                                                  · · · · · · · · · · · · · · · · · · · ·
POST /api/citizens/password/codes                                   · · · · · · · · · · · · · · · · · · · ·
POST /api/citizens/password                                         · · · · · · · · · · · · · · · · · · · ·
GET /api/citizens/me                                                S P P P P P P P P P P P P P P · P N P ·
POST /api/citizens/me/contact/codes                                 S P P P P P P P P P P P P P P · P N P ·
PUT /api/citizens/me/contact                                        S P P P P P P P P P P P P P P · P N P ·
POST /api/citizen-look-ups                                          S · P P P P P P P P P P P P P P P N P P
POST /api/citizens/:accountId/verification                          S · P P P P P P P P P P P P P P P N P P
POST /api/identity-claims/:claimId/settlement                       S · P P P P P P P P P P P P P P P N P P
GET /api/oidc/start                                                 · · · · · · · · · · · · · · · · · · · ·
GET /api/oidc/callback                                              · · · · · · · · · · · · · · · · · · · ·
POST /api/progress                                                  · · · · · · · · · · · · · · · · · · · ·
GET /api/messages                                                   S P P P P P P P P P P P P P P · P N P ·
GET /api/messages/unread                                            S P P P P P P P P P P P P P P · P N P ·
POST /api/messages/read                                             S P P P P P P P P P P P P P P · P N P ·
GET /api/message-preferences                                        S P P P P P P P P P P P P P P · P N P ·
PUT /api/message-preferences                                        S P P P P P P P P P P P P P P · P N P ·
GET /api/message-deliveries                                         S P P P P P P P P · P · P P P P P N P P
GET /api/demonstration-messages                                     · · · · · · · · · · · · · · · · · · · ·
POST /api/enquiries                                                 · · · · · · · · · · · · · · · · · · · ·
POST /api/enquiries/progress                                        · · · · · · · · · · · · · · · · · · · ·
GET /api/enquiries/mine                                             S P P P P P P P P P P P P P P · P N P ·
GET /api/enquiries/published                                        · · · · · · · · · · · · · · · · · · · ·
GET /api/enquiries                                                  S · P · · · P P · P P P P P P P C N · P
GET /api/enquiries/:enquiryId                                       S Z P · · · P P · P P P P P P P C N Z P
POST /api/enquiries/:enquiryId/answer                               S P P · · · P P P P P P P P P P C N D P
POST /api/enquiries/:enquiryId/forward                              S P P · · · P P P P P P P P P P C N D P
GET /api/rating-links/:link                                         · · · · · · · · · · · · · · · · · · · ·
POST /api/rating-links/:link                                        · · · · · · · · · · · · · · · · · · · ·
GET /api/mandates                                                   S P P P P P P P P P P P P P P · P N P ·
POST /api/mandates                                                  S P P P P P P P P P P P P P P · P N P ·
POST /api/guardianships                                             S P P P P P P P P P P P P P P · P N P ·
POST /api/mandates/:mandateId/answer                                S P P P P P P P P P P P P P P Z P N P ·
POST /api/mandates/:mandateId/revoke                                S P P P P P P P P P P P P P P · P N P ·
GET /api/mandates/:mandateId/uses                                   S P P P P P P P P P P P P P P · P N P ·
POST /api/window/guardianships                                      S · P P P P P P P P P P P P P P P N P P
POST /api/window/guardianships/:mandateId/confirm                   S · P P P P P P P P P P P P P P P N P P
`
