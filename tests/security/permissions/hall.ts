/** The hall: queue, windows, screens and devices. V: only a paired device. */
export const HALL = `
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
POST /api/hall/tickets                                              V · V V V V V V V V V V V V · V V V V V
GET /api/hall/tickets/:ticketId                                     · · · · · · · · · · · · · · · · · · · ·
POST /api/hall/tickets/:ticketId/return-at-kiosk                    V V V V V V V V V V V V V V V V V V V V
POST /api/hall/tickets/:ticketId/recall                             S · P P P P P P P P P P P P P P P N P P
POST /api/hall/tickets/:ticketId/pass                               S · P P P P P P P P P P P P P P P N P P
POST /api/hall/tickets/:ticketId/start                              S · P P P P P P P P P P P P P P P N P P
POST /api/hall/tickets/:ticketId/finish                             S · P P P P P P P P P P P P P P P N P P
POST /api/hall/tickets/:ticketId/resume                             S · P P P P P P P P P P P P P P P N P P
POST /api/hall/tickets/:ticketId/hold                               S · P P P P P P P P P P P P P P P N P P
POST /api/hall/tickets/:ticketId/transfer                           S · P P P P P P P P P P P P · P P N P P
POST /api/hall/tickets/:ticketId/return                             S · P P P P P P P P P P P P · P P N P P
POST /api/hall/tickets/:ticketId/void                               S · P P P P P P P P P P P P · P P N P P
POST /api/hall/windows/:windowId/call-next                          S · P P P P P P P P P P P P P P P N P P
POST /api/hall/windows/:windowId/special-call                       S · P P P P P P P P P P P P · P P N P P
POST /api/hall/windows/:windowId/sign-on                            S · P P P P P P P P P P P P P P P N P P
POST /api/hall/windows/:windowId/pause                              S · P P P P P P P P P P P P P P P N P P
POST /api/hall/windows/:windowId/resume                             S · P P P P P P P P P P P P P P P N P P
POST /api/hall/windows/:windowId/sign-off                           S · P P P P P P P P P P P P P P P N P P
POST /api/hall/windows/:windowId/hand-over                          S · P P P P P P P P P P P P P P P N P P
POST /api/hall/windows/:windowId/heartbeat                          S · P P P P P P P P P P P P P P P N P P
GET /api/hall/desk                                                  S · P P P P P P P P P P P P P P P N P P
GET /api/hall/board                                                 · · · · · · · · · · · · · · · · · · · ·
GET /api/hall/live                                                  · · · · · · · · · · · · · · · · · · · ·
GET /api/hall/configuration                                         S P P P P P P P · P P P P P · P P N P P
PUT /api/hall/configuration                                         S P P P P P P P P P P P P P · P P N P P
GET /api/hall/overview                                              S P P P P P P P · P P P P P · P P N P P
GET /api/hall/log                                                   S P P P P P P P · P P P P P · P P N P P
GET /api/hall/day-tickets                                           S P P P P P P P · P P P P P · P P N P P
GET /api/hall/tickets/:ticketId/history                             S P P P P P P P · P P P P P · P P N P P
GET /api/hall/follow-ups                                            S P P P P P P P · P P P P P P P P N P P
POST /api/hall/follow-ups/:ticketId                                 S P P P P P P P · P P P P P P P P N P P
GET /api/hall/devices                                               S P P P P P P P · P P P P P · P P N P P
POST /api/hall/devices                                              S P P P P P P P P P P P P P · P P N P P
DELETE /api/hall/devices/:deviceId                                  S P P P P P P P P P P P P P · P P N P P
POST /api/hall/devices/pair                                         · · · · · · · · · · · · · · · · · · · ·
POST /api/hall/devices/heartbeat                                    V V V V V V V V V V V V V V V V V V V V
GET /api/hall/evaluation                                            V V V V V V V V V V V V V V V V V V V V
POST /api/hall/evaluation                                           V V V V V V V V V V V V V V V V V V V V
GET /api/lockers/boxes                                              S · P P P P P P · P P P P P · P P N P P
POST /api/lockers/boxes                                             S · P P P P P P P P P P P P P P P N P P
POST /api/lockers/boxes/:depositId/acts                             S · P P P P P P P P P P P P P P P N P P
POST /api/lockers/collections                                       V V V V V V V V V V V V V V V V V V V V
POST /api/lockers/collections/:collectionId/news                    V V V V V V V V V V V V V V V V V V V V
GET /api/hall/figures                                               S P P P · · P P · P P P P P · P P N P P
GET /api/hall/figures/:itemId/applications                          S P P P · · P P · P P P P P · P P N P P
`
