import { useQuery } from '@tanstack/react-query'
import { NavLink, Navigate, Route, Routes } from 'react-router'
import { meQuery } from '../../api/queries.ts'
import { useHallLive } from '../../api/use-hall-live.ts'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { DevicesTab } from './devices/devices-tab.tsx'
import { FiguresTab } from './figures/figures-tab.tsx'
import { ItemVisits } from './figures/item-visits.tsx'
import { HALL_TABS, tabsOf } from './hall-tabs.ts'
import { LogTab } from './log-tab.tsx'
import { LiveTab } from './live/live-tab.tsx'
import { SettingsTab } from './settings/settings-tab.tsx'
import { DayTickets } from './tickets/day-tickets.tsx'
import { LiveTickets } from './tickets/live-tickets.tsx'
import { TicketHistory } from './tickets/ticket-history.tsx'
import '../../ui/page-tabs.css'
import './hall.css'

/** The hall (大厅): what happens in it now, its devices, its layout, and what a day there came to. Each tab has its address. */
export function HallPage() {
  const role = useQuery(meQuery()).data?.role ?? ''
  const tabs = tabsOf(role)
  const isLive = tabs.length > 1
  useHallLive(isLive)
  const mayAct = role === 'hall-manager'
  return (
    <StaffShell place={isLive ? '大厅' : '到场统计'}>
      <div className={isLive ? 'hall-place' : 'hall-place alone'}>
        {isLive && (
          <nav className="page-tabs" aria-label="大厅">
            {tabs.map(({ path, name }) => (
              <NavLink key={path} to={path} end={path === '/hall'}>
                {name}
              </NavLink>
            ))}
            <span className="x">
              <a href="/hall/screen" target="_blank" rel="noreferrer">
                大厅屏
              </a>
            </span>
          </nav>
        )}
        <Routes>
          {isLive && (
            <>
              <Route index element={<LiveTab />} />
              <Route path="tickets" element={<LiveTickets mayAct={mayAct} />} />
              <Route path="tickets/day" element={<DayTickets mayAct={mayAct} />} />
              <Route
                path="tickets/:ticketId"
                element={<TicketHistory mayAct={mayAct} mayOpen={!mayAct} />}
              />
              <Route path="devices" element={<DevicesTab mayAct={mayAct} />} />
              <Route path="settings" element={<SettingsTab mayAct={mayAct} />} />
              <Route path="log" element={<LogTab />} />
            </>
          )}
          <Route path="figures" element={<FiguresTab />} />
          <Route path="figures/:itemId" element={<ItemVisits role={role} />} />
          <Route path="*" element={<Navigate to={tabs[0]?.path ?? HALL_TABS[0].path} replace />} />
        </Routes>
      </div>
    </StaffShell>
  )
}
