import './public.css'
import { lazy, startTransition, type ComponentType, type ReactNode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { isElderMode } from './elder-mode.ts'
import { PortalPage } from './home/portal-page.tsx'
import { isPaintedForVisitor } from './painted-page.ts'
import { PublicFrame } from './public-frame.tsx'
import { PublicNotFoundPage } from './public-not-found-page.tsx'
import { registerWorker } from './pwa/register-worker.ts'
import { LANGUAGE_TAG, languageNow } from './words/language.ts'

const ItemsPage = later(() => import('./items/items-page.tsx').then((m) => m.ItemsPage))
const GuidePage = later(() => import('./guide/guide-page.tsx').then((m) => m.GuidePage))
const ChangesPage = later(() => import('./changes/changes-page.tsx').then((m) => m.ChangesPage))
const KioskPlace = later(() => import('../kiosk/guide/kiosk-place.tsx').then((m) => m.KioskPlace))
const VerifyPage = later(() => import('./verify/verify-page.tsx').then((m) => m.VerifyPage))
const SignInPage = later(() => import('./sign-in-page.tsx').then((m) => m.SignInPage))
const PasswordPage = later(() => import('./password-page.tsx').then((m) => m.PasswordPage))
const FirstAdministratorPage = later(() =>
  import('./first-administrator-page.tsx').then((m) => m.FirstAdministratorPage),
)
const EnquiryPage = later(() => import('./enquiry/enquiry-page.tsx').then((m) => m.EnquiryPage))
const RatePage = later(() => import('./rate/rate-page.tsx').then((m) => m.RatePage))
const RegisterPage = later(() => import('./sign-in/register-page.tsx').then((m) => m.RegisterPage))
const ForgotPage = later(() => import('./sign-in/forgot-page.tsx').then((m) => m.ForgotPage))
const ProgressPage = later(() => import('./progress/progress-page.tsx').then((m) => m.ProgressPage))
const DemoMessagesPage = later(() =>
  import('./messages/demo-messages-page.tsx').then((m) => m.DemoMessagesPage),
)
const ApplyPage = later(() => import('./apply/apply-page.tsx').then((m) => m.ApplyPage))
const ResumePage = later(() => import('./apply/resume-page.tsx').then((m) => m.ResumePage))
const ScanPage = later(() => import('./scan/scan-page.tsx').then((m) => m.ScanPage))
const MandatesPage = later(() => import('./mandates/mandates-page.tsx').then((m) => m.MandatesPage))
const BundlesPage = later(() => import('./bundles/bundles-page.tsx').then((m) => m.BundlesPage))
const BundlePage = later(() => import('./bundles/bundle-page.tsx').then((m) => m.BundlePage))
const BundleApplyPage = later(() =>
  import('./bundles/apply/bundle-apply-page.tsx').then((m) => m.BundleApplyPage),
)
const MyBundlePage = later(() =>
  import('./bundles/case/my-bundle-page.tsx').then((m) => m.MyBundlePage),
)
const BookPage = later(() => import('./booking/book-page.tsx').then((m) => m.BookPage))
const MyPlace = later(() => import('./my/my-place.tsx').then((m) => m.MyPlace))

export function mount(root: HTMLElement): void {
  registerWorker()
  document.documentElement.classList.toggle('elder', isElderMode())
  document.documentElement.lang = LANGUAGE_TAG[languageNow()]
  const page = <PublicFrame>{pageAt(window.location.pathname)}</PublicFrame>
  // In a transition React works in short strokes, and a finger is answered between two of them.
  startTransition(() => {
    if (isPaintedForVisitor(root)) {
      hydrateRoot(root, page)
      return
    }
    root.replaceChildren()
    createRoot(root).render(page)
  })
}

/** Places of one page, by the first part of their address. */
const PAGES: ReadonlyMap<string, ComponentType> = new Map<string, ComponentType>([
  ['', PortalPage],
  ['changes', ChangesPage],
  ['sign-in', SignInPage],
  ['password', PasswordPage],
  ['first-administrator', FirstAdministratorPage],
  ['enquiry', EnquiryPage],
  ['register', RegisterPage],
  ['forgot', ForgotPage],
  ['progress', ProgressPage],
  ['book', BookPage],
  ['demo', DemoMessagesPage],
  ['resume', ResumePage],
  ['scan', ScanPage],
])

/** Plain addresses and plain links: every public page opens on its own, also without history tricks. */
function pageAt(pathname: string): ReactNode {
  const [first = '', second, third] = pathname.split('/').filter((part) => part !== '')
  const argument = second === undefined ? undefined : decodeURIComponent(second)
  const Page = PAGES.get(first)
  if (Page) return <Page />
  switch (first) {
    case 'items':
      return argument === undefined ? <ItemsPage /> : <GuidePage itemId={argument} />
    case 'kiosk':
      return (
        <KioskPlace itemId={second === 'items' ? decodeURIComponent(third ?? '') : undefined} />
      )
    case 'verify':
      return <VerifyPage {...(argument === undefined ? {} : { code: argument })} />
    case 'rate':
      return <RatePage token={argument ?? ''} />
    case 'apply':
      return <ApplyPage itemId={argument ?? ''} />
    case 'bundles':
      return <BundlePlace bundleId={argument} isApplied={third === 'apply'} />
    case 'my':
      return <OwnPlace part={second} id={third} />
    default:
      return <PublicNotFoundPage />
  }
}

function BundlePlace(props: { bundleId: string | undefined; isApplied: boolean }) {
  const { bundleId, isApplied } = props
  if (bundleId === undefined) return <BundlesPage />
  return isApplied ? <BundleApplyPage bundleId={bundleId} /> : <BundlePage bundleId={bundleId} />
}

function OwnPlace({ part, id }: { part: string | undefined; id: string | undefined }) {
  if (part === 'bundles') return <MyBundlePage caseId={id} />
  return part === 'mandates' ? <MandatesPage /> : <MyPlace />
}

function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }))
}
