import '../ui/tokens.css'
import { mount } from './public-app.tsx'

/** Devices of the hall: they stand on their own. */
const KIOSK = /^\/kiosk(\/|$)/
const SCREEN = /^\/hall\/(screen|window|evaluator)(\/|$)/

// The policy of the page forbids eval: told beforehand, the schemas do not even try it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const root = document.getElementById('root')
if (root) void mountPortal(root)

async function mountPortal(element: HTMLElement): Promise<void> {
  // What came painted is seen first; the script comes after it.
  if (element.hasChildNodes()) await nextPaint()
  document.documentElement.className = 'public'
  const { pathname } = window.location
  if (KIOSK.test(pathname)) (await import('../kiosk/kiosk-app.tsx')).mount(element)
  // A kiosk shows no other place: who walks away from it must find its way back (web/kiosk/idle).
  else if (sessionStorage.getItem('yichuang.kiosk')) window.location.replace('/kiosk')
  else if (SCREEN.test(pathname)) (await import('../screen/screen-app.tsx')).mount(element)
  else mount(element)
}

/** A page that nobody looks at paints nothing, and does not wait for it. */
async function nextPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}
