import { NavLink } from 'react-router'

/** The numbers that live now, or all of a day. */
export function TicketViews() {
  return (
    <span className="ticket-views" role="group" aria-label="号票范围">
      <NavLink to="/hall/tickets" end>
        现在有效
      </NavLink>
      <NavLink to="/hall/tickets/day">全天</NavLink>
    </span>
  )
}
