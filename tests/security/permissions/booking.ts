/** Appointments, forecasts and the planner. Checking in is tried by the number of a card: only at the hall. */
export const BOOKING = `
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
GET /api/bookings/days                                              · · · · · · · · · · · · · · · · · · · ·
POST /api/bookings                                                  S P P P P P P P P P P P P P P · P N P ·
GET /api/bookings/mine                                              S P P P P P P P P P P P P P P · P N P ·
POST /api/bookings/:bookingId/cancel                                S P P P P P P P P P P P P P P · P N P ·
POST /api/bookings/check-in                                         V · V V V V V V V V V V V V · V V V V V
GET /api/bookings/of-day                                            S · P P P P P P · P P P P P · P P N P P
GET /api/bookings/plan                                              S P P P P P P P · P P P P P · P P N P P
PUT /api/bookings/days/:day/closing                                 S P P P P P P P P P P P P P · P P N P P
POST /api/bookings/:bookingId/take-back                             S P P P P P P P P P P P P P · P P N P P
POST /api/bookings/:bookingId/notes                                 S P P P P P P P P P P P P P · P P N P P
PUT /api/bookings/capacity                                          S P P P P P P P P P P P P P · P P N P P
GET /api/hall/forecast                                              · · · · · · · · · · · · · · · · · · · ·
GET /api/hall/forecast/accuracy                                     S P P P P P P P · P P P P P · P P N P P
GET /api/hall/planner/days                                          S P P P P P P P · P P P P P · P P N P P
GET /api/hall/planner/days/:day                                     S P P P P P P P · P P P P P · P P N P P
`
