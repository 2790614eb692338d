import './public.css'
import { lazy, StrictMode, Suspense, type ComponentType, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { isElderMode } from './elder-mode.ts'
import { GuidePage } from './guide-page.tsx'
import { ItemsPage } from './items-page.tsx'
import { PortalPage } from './portal-page.tsx'
import { PublicNotFoundPage } from './public-not-found-page.tsx'

const VerifyPage = later(() => import('./verify-page.tsx').then((m) => m.VerifyPage))
const SignInPage = later(() => import('./sign-in-page.tsx').then((m) => m.SignInPage))
const PasswordPage = later(() => import('./password-page.tsx').then((m) => m.PasswordPage))
const FirstAdministratorPage = later(() =>
  import('./first-administrator-page.tsx').then((m) => m.FirstAdministratorPage),
)
const EnquiryPage = later(() => import('./enquiry/enquiry-page.tsx').then((m) => m.EnquiryPage))
const RatePage = later(() => import('./rate/rate-page.tsx').then((m) => m.RatePage))
const MyPlace = later(() => import('./my/my-place.tsx').then((m) => m.MyPlace))

export function mount(root: HTMLElement): void {
  document.documentElement.classList.toggle('elder', isElderMode())
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <Suspense fallback={<Skeleton lines={8} />}>{pageAt(window.location.pathname)}</Suspense>
      </ErrorBoundary>
    </StrictMode>,
  )
}

/** Plain addresses and plain links: every public page opens on its own, also without history tricks. */
function pageAt(pathname: string): ReactNode {
  const [first = '', second] = pathname.split('/').filter((part) => part !== '')
  const argument = second === undefined ? undefined : decodeURIComponent(second)
  switch (first) {
    case '':
      return <PortalPage />
    case 'items':
      return argument === undefined ? <ItemsPage /> : <GuidePage itemId={argument} />
    case 'verify':
      return <VerifyPage {...(argument === undefined ? {} : { code: argument })} />
    case 'sign-in':
      return <SignInPage />
    case 'password':
      return <PasswordPage />
    case 'first-administrator':
      return <FirstAdministratorPage />
    case 'enquiry':
      return <EnquiryPage />
    case 'rate':
      return <RatePage token={argument ?? ''} />
    case 'my':
      return <MyPlace />
    default:
      return <PublicNotFoundPage />
  }
}

function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }))
}
