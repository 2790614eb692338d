import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ComponentType } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { meQuery } from '../api/queries.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { RoleGate } from './role-gate.tsx'

const ApplicationPage = page(() =>
  import('../features/application/application-page.tsx').then((m) => m.ApplicationPage),
)
const SearchPage = page(() =>
  import('../features/search/search-page.tsx').then((m) => m.SearchPage),
)
const SupervisionPage = page(() =>
  import('../features/supervision/supervision-page.tsx').then((m) => m.SupervisionPage),
)
const AccountsPage = page(() =>
  import('../features/admin/accounts-page.tsx').then((m) => m.AccountsPage),
)
const TrainingPage = page(() =>
  import('../features/admin/training-page.tsx').then((m) => m.TrainingPage),
)
const SealRegisterPage = page(() =>
  import('../features/supervision/seal-register-page.tsx').then((m) => m.SealRegisterPage),
)
const CalendarPage = page(() =>
  import('../features/calendar/calendar-page.tsx').then((m) => m.CalendarPage),
)

const CataloguePage = page(() =>
  import('../features/catalogue/catalogue-page.tsx').then((m) => m.CataloguePage),
)

const IdentityPage = page(() =>
  import('../features/identity/identity-page.tsx').then((m) => m.IdentityPage),
)
const EnquiriesPage = page(() =>
  import('../features/enquiries/enquiries-page.tsx').then((m) => m.EnquiriesPage),
)
const HallPage = page(() => import('../features/hall/hall-page.tsx').then((m) => m.HallPage))

const PlannerPage = page(() =>
  import('../features/hall-planner/planner-page.tsx').then((m) => m.PlannerPage),
)
const BookingsPage = page(() =>
  import('../features/booking/bookings-page.tsx').then((m) => m.BookingsPage),
)
const RangesPage = page(() =>
  import('../features/offline-ranges/ranges-page.tsx').then((m) => m.RangesPage),
)
const WorkstationPage = page(() =>
  import('../features/workstation/workstation-page.tsx').then((m) => m.WorkstationPage),
)
const OutboxPage = page(() =>
  import('../features/outbox/outbox-page.tsx').then((m) => m.OutboxPage),
)

// The four counters live in their own folders, each with one page named after it.
const COUNTER_PAGES = import.meta.glob<Record<string, ComponentType>>(
  '../features/{window,issue,desk,seal}/{window,issue,desk,seal}-page.tsx',
)
const COUNTERS = [
  { path: '/window', Page: counter('window', 'WindowPage') },
  { path: '/window/issue', Page: counter('issue', 'IssuePage') },
  { path: '/desk/*', Page: counter('desk', 'DeskPage') },
  { path: '/seal/*', Page: counter('seal', 'SealPage') },
]

export function StaffRoutes() {
  return (
    <Suspense fallback={<Skeleton lines={10} />}>
      <Routes>
        <Route path="/home" element={<Home />} />
        <Route path="/applications/:applicationId" element={<ApplicationPage />} />
        <Route element={<RoleGate />}>
          {COUNTERS.map(({ path, Page }) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
          <Route path="/admin/messages" element={<OutboxPage />} />
          <Route path="/hall/*" element={<HallPage />} />
          <Route path="/catalogue/*" element={<CataloguePage />} />
          <Route path="/window/identity" element={<IdentityPage />} />
          <Route path="/window/workstation" element={<WorkstationPage />} />
          <Route path="/enquiries" element={<EnquiriesPage />} />
          <Route path="/hall/planner" element={<PlannerPage />} />
          <Route path="/hall/bookings/*" element={<BookingsPage />} />
          <Route path="/hall/offline" element={<RangesPage />} />
          <Route path="/search" element={<SearchPage />} />
          <Route path="/supervision" element={<SupervisionPage />} />
          <Route path="/supervision/training" element={<TrainingPage />} />
          <Route path="/seal-register" element={<SealRegisterPage />} />
          <Route path="/admin" element={<AccountsPage />} />
          <Route path="/admin/calendar" element={<CalendarPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  )
}

function Home() {
  const home = useQuery(meQuery()).data?.home ?? '/'
  return <Navigate to={home} replace />
}

/** A place is fetched when it is first opened. */
function page(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load() }))
}

function counter(folder: string, name: string) {
  return page(async () => {
    const load = COUNTER_PAGES[`../features/${folder}/${folder}-page.tsx`]
    return (await load?.())?.[name] ?? NotFoundPage
  })
}
