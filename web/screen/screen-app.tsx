import { createRoot } from 'react-dom/client'
import { keepShell } from '../api/offline/keep-shell.ts'
import { PublicFrame } from '../portal/public-frame.tsx'
import { registerWorker } from '../portal/pwa/register-worker.ts'
import { LANGUAGE_TAG, languageNow } from '../portal/words/language.ts'
import { EvaluatorPage } from './evaluator/evaluator-page.tsx'
import { HallScreen } from './hall-screen.tsx'
import { PairedPlace } from './pairing/paired-place.tsx'
import { WindowScreen } from './window-screen.tsx'
import './screen.css'

/** `/hall/screen` over the waiting, `/hall/window/2` over one window, `/hall/evaluator` on the counter. */
export function mount(root: HTMLElement): void {
  registerWorker()
  void keepShell('keep-devices')
  document.documentElement.lang = LANGUAGE_TAG[languageNow()]
  document.documentElement.classList.add('screen')
  const [, , place, id] = window.location.pathname.split('/')
  const windowId = Number(id)
  root.replaceChildren()
  createRoot(root).render(
    <PublicFrame>
      {place === 'evaluator' ? (
        <PairedPlace kind="evaluator">{(device) => <EvaluatorPage device={device} />}</PairedPlace>
      ) : place === 'window' ? (
        <PairedPlace kind="window-screen">
          {(device) => <WindowScreen device={device} windowId={device?.windowId ?? windowId} />}
        </PairedPlace>
      ) : (
        <PairedPlace kind="screen">{(device) => <HallScreen device={device} />}</PairedPlace>
      )}
    </PublicFrame>,
  )
}
