import { lazy, type ComponentType, type ReactNode } from 'react'
import { KioskHome } from './home/kiosk-home.tsx'

const KioskItems = later(() => import('./guide/kiosk-items.tsx').then((m) => m.KioskItems))
const KioskGuide = later(() => import('./guide/kiosk-guide.tsx').then((m) => m.KioskGuide))
const KioskTicket = later(() => import('./ticket/kiosk-ticket.tsx').then((m) => m.KioskTicket))
const KioskReturn = later(() => import('./ticket/kiosk-return.tsx').then((m) => m.KioskReturn))
const KioskCheckIn = later(() =>
  import('./check-in/kiosk-check-in.tsx').then((m) => m.KioskCheckIn),
)
const KioskProgress = later(() =>
  import('./progress/kiosk-progress.tsx').then((m) => m.KioskProgress),
)
const KioskCollect = later(() => import('./collect/kiosk-collect.tsx').then((m) => m.KioskCollect))
const KioskApply = later(() => import('./apply/kiosk-apply.tsx').then((m) => m.KioskApply))
const KioskResume = later(() => import('./apply/kiosk-resume.tsx').then((m) => m.KioskResume))
const KioskPapers = later(() => import('./papers/kiosk-papers.tsx').then((m) => m.KioskPapers))
const KioskVoices = later(() => import('./voices/kiosk-voices.tsx').then((m) => m.KioskVoices))
const KioskPair = later(() => import('./shell/kiosk-pair.tsx').then((m) => m.KioskPair))
const ApplyPage = later(() => import('../portal/apply/apply-page.tsx').then((m) => m.ApplyPage))
const EnquiryPage = later(() =>
  import('../portal/enquiry/enquiry-page.tsx').then((m) => m.EnquiryPage),
)
const SignInPage = later(() => import('../portal/sign-in-page.tsx').then((m) => m.SignInPage))
const RatePage = later(() => import('../portal/rate/rate-page.tsx').then((m) => m.RatePage))
const KioskOwn = later(() => import('./papers/kiosk-own.tsx').then((m) => m.KioskOwn))

export type KioskPage = {
  readonly content: ReactNode
  readonly isHome: boolean
  /** A page of the portal, with its own landmarks. */
  readonly borrowed: boolean
}

/** The kiosk's pages by their address; whatever is not there is the first page. */
export function kioskPageAt(pathname: string): KioskPage {
  const [, first = '', second] = pathname.split('/').filter((part) => part !== '')
  const argument = second === undefined ? undefined : decodeURIComponent(second)
  const borrowed = borrowedAt(first, argument)
  if (borrowed !== null) return { content: borrowed, isHome: false, borrowed: true }
  const own = ownAt(first, argument)
  return own === null
    ? { content: <KioskHome />, isHome: true, borrowed: false }
    : { content: own, isHome: false, borrowed: false }
}

function borrowedAt(first: string, argument: string | undefined): ReactNode {
  switch (first) {
    case 'apply':
      return argument === undefined ? null : <ApplyPage itemId={argument} />
    case 'enquiry':
      return <EnquiryPage />
    case 'rate':
      return <RatePage token={argument ?? ''} />
    case 'sign-in':
      return <SignInPage />
    case 'my':
    case 'applications':
      return <KioskOwn />
    default:
      return null
  }
}

function ownAt(first: string, argument: string | undefined): ReactNode {
  switch (first) {
    case 'items':
      return argument === undefined ? <KioskItems /> : <KioskGuide itemId={argument} />
    case 'ticket':
      return <KioskTicket />
    case 'check-in':
      return <KioskCheckIn />
    case 'return':
      return <KioskReturn />
    case 'progress':
      return <KioskProgress />
    case 'collect':
      return <KioskCollect />
    case 'apply':
      return <KioskApply />
    case 'begin':
      return <KioskApply {...(argument === undefined ? {} : { itemId: argument })} />
    case 'resume':
      return <KioskResume />
    case 'papers':
      return <KioskPapers />
    case 'voices':
      return <KioskVoices />
    case 'pair':
      return <KioskPair />
    default:
      return null
  }
}

function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }))
}
