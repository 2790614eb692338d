/**
 * Items, guides, forms, the calendar: read by everybody, written in one department, confirmed by two.
 */
export const CATALOGUE = `
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
GET /api/items                                                      · · · · · · · · · · · · · · · · · · · ·
GET /api/items/:itemId                                              · · · · · · · · · · · · · · · · · · · ·
GET /api/organisations                                              S P P P P P P P · · · P P P P P P N P P
GET /api/items/:itemId/form                                         · · · · · · · · · · · · · · · · · · · ·
GET /api/forms/:formId/versions/:version                            · · · · · · · · · · · · · · · · · · · ·
GET /api/data-elements                                              · · · · · · · · · · · · · · · · · · · ·
GET /api/forms                                                      S P P P · · P P P P P P · · P P P N P P
GET /api/forms/:formId/draft                                        S P P P · · P P P P P P · · P P P N P P
PUT /api/forms/:formId/draft                                        S P P P P P P P P P P P · P P P P N P P
POST /api/items/:itemId/seal-mode                                   S P P P P P P · X P P P P P P P C N P P
GET /api/seal-modes                                                 S P P P P P P · · P P P P P P P P N P P
GET /api/calendar                                                   · · · · · · · · · · · · · · · · · · · ·
PUT /api/calendar/:year                                             S P P P P P P P P · P P P P P P P N P P
GET /api/items/:itemId/guide.pdf                                    · · · · · · · · · · · · · · · · · · · ·
GET /api/items/:itemId/form.pdf                                     · · · · · · · · · · · · · · · · · · · ·
GET /api/catalogue/changes                                          · · · · · · · · · · · · · · · · · · · ·
GET /api/catalogue/items/:itemId/versions                           · · · · · · · · · · · · · · · · · · · ·
GET /api/catalogue/items/:itemId/versions/:kind/:version            · · · · · · · · · · · · · · · · · · · ·
GET /api/catalogue/items/:itemId/diff                               · · · · · · · · · · · · · · · · · · · ·
GET /api/catalogue/items                                            S P P · · · P P · P P P · · P P C N · P
POST /api/catalogue/drafts                                          S P P P P P P P P P P P · P P P P N P P
GET /api/catalogue/drafts/:draftId                                  S P P · · · P P · P P P · · P P C N D P
PUT /api/catalogue/drafts/:draftId                                  S P P P P P P P P P P P · P P P P N P P
POST /api/catalogue/drafts/:draftId/submit                          S P P P P P P P P P P P · P P P P N P P
POST /api/catalogue/drafts/:draftId/confirm                         S P P P · · P P P P P P E · P P P N P P
POST /api/catalogue/drafts/:draftId/discard                         S P P P P P P P P P P P · P P P P N P P
POST /api/catalogue/drafts/:draftId/return                          S P P P · · P P P P P P E · P P P N P P
GET /api/catalogue/drafts/:draftId/findings                         S P P · · · P P · P P P · · P P C N D P
POST /api/catalogue/drafts/:draftId/trial                           S P P P P P P P P P P P · · P P P N P P
GET /api/catalogue/drafts/:draftId/diff                             S P P · · · P P · P P P · · P P C N D P
GET /api/catalogue/drafts/:draftId/impact                           S P P · · · P P · P P P · · P P C N D P
POST /api/catalogue/drafts/:draftId/publish                         S P P P P P P P P P P P · · P P P N P P
GET /api/catalogue/export/:format                                   S P P P · · P P · P P P · · P P P N P P
POST /api/catalogue/imports                                         S P P P P P P P P P P P · P P P P N P P
GET /api/catalogue/imports/:importId/workbook                       S P P P P P P P P P P P · P P P P N P P
POST /api/catalogue/imports/:importId/apply                         S P P P P P P P P P P P · P P P P N P P
`
