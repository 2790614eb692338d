import { useQuery } from '@tanstack/react-query'
import { NavLink, Navigate, Route, Routes } from 'react-router'
import { meQuery } from '../../api/queries.ts'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { DayTab } from './day-tab.tsx'
import { PlanTab } from './plan-tab.tsx'
import '../../ui/page-tabs.css'
import './bookings.css'

/** Appointments at the hall (预约): who comes, and how many a half-hour takes. */
export function BookingsPage() {
  const role = useQuery(meQuery()).data?.role ?? ''
  const seesPlan = role === 'hall-manager' || role === 'supervisor'
  return (
    <StaffShell place="预约">
      <div className="bookings-place">
        {seesPlan && (
          <nav className="page-tabs" aria-label="预约">
            <NavLink to="/hall/bookings" end>
              预约名单
            </NavLink>
            <NavLink to="/hall/bookings/plan">号源与停约</NavLink>
          </nav>
        )}
        <Routes>
          <Route index element={<DayTab role={role} />} />
          {seesPlan && <Route path="plan" element={<PlanTab mayAct={role === 'hall-manager'} />} />}
          <Route path="*" element={<Navigate to="/hall/bookings" replace />} />
        </Routes>
      </div>
    </StaffShell>
  )
}
