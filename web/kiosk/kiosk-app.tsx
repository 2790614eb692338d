import '../portal/public.css'
import './kiosk.css'
import { createRoot } from 'react-dom/client'
import { call } from '../api/call.ts'
import { keptDevice } from '../api/hall-device.ts'
import { PAGE_BROKEN } from '../ui/error-boundary.tsx'
import { PublicFrame } from '../portal/public-frame.tsx'
import { registerWorker } from '../portal/pwa/register-worker.ts'
import { LANGUAGE_TAG, languageNow } from '../portal/words/language.ts'
import { END_VISIT } from './idle/end-visit.ts'
import { closeVisit } from './idle/wipe.ts'
import { KioskPlace } from './kiosk-place.tsx'
import { showLarge } from './shell/kiosk-large.ts'
import { pageErrors } from './watchdog/use-watchdog.ts'

/** Milliseconds after which the page begins anew, should its own watch have fallen with it. */
const LAST_RESORT = 90_000

/** The touch screen in the hall: 1080 × 1920, used by one after the other. */
export function mount(root: HTMLElement): void {
  registerWorker()
  document.documentElement.classList.add('kiosk')
  showLarge()
  document.documentElement.lang = LANGUAGE_TAG[languageNow()]
  const device = keptDevice('kiosk')
  // Paired, this tab shows nothing but the kiosk (web/portal/main.ts).
  if (device) sessionStorage.setItem('yichuang.kiosk', '1')
  void closeVisit({ local: localStorage, endVisit: async () => await call(END_VISIT) })
  // Swiped back to, a page would show what the one before had typed.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.replace('/kiosk')
  })
  root.replaceChildren()
  window.addEventListener(PAGE_BROKEN, begin)
  createRoot(root).render(
    <PublicFrame>
      <KioskPlace device={device} />
    </PublicFrame>,
  )
}

function begin(): void {
  pageErrors.dispatchEvent(new Event('error'))
  setTimeout(() => window.location.replace('/kiosk'), LAST_RESORT)
}
