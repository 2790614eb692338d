import '../portal/public.css'
import './kiosk.css'
import { createRoot } from 'react-dom/client'
import { call } from '../api/call.ts'
import { keptDevice } from '../api/hall-device.ts'
import { isElderMode } from '../portal/elder-mode.ts'
import { PublicFrame } from '../portal/public-frame.tsx'
import { registerWorker } from '../portal/pwa/register-worker.ts'
import { LANGUAGE_TAG, languageNow } from '../portal/words/language.ts'
import { END_VISIT } from './idle/end-visit.ts'
import { closeVisit } from './idle/wipe.ts'
import { KioskPlace } from './kiosk-place.tsx'
import { pageErrors } from './watchdog/use-watchdog.ts'

/** The touch screen in the hall: 1080 × 1920, used by one after the other. */
export function mount(root: HTMLElement): void {
  registerWorker()
  const { classList } = document.documentElement
  classList.add('kiosk')
  classList.toggle('elder', isElderMode())
  document.documentElement.lang = LANGUAGE_TAG[languageNow()]
  const device = keptDevice('kiosk')
  // Paired, this tab shows nothing but the kiosk (web/main.ts).
  if (device) sessionStorage.setItem('yichuang.kiosk', '1')
  void closeVisit({ local: localStorage, endVisit: async () => await call(END_VISIT) })
  root.replaceChildren()
  createRoot(root, {
    onCaughtError: () => pageErrors.dispatchEvent(new Event('error')),
  }).render(
    <PublicFrame>
      <KioskPlace device={device} />
    </PublicFrame>,
  )
}
