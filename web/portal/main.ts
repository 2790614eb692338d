import '../ui/tokens.css'
import { mount } from './public-app.tsx'

// The policy of the page forbids eval: told beforehand, the schemas do not even try it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const root = document.getElementById('root')
if (root) void mountPortal(root)

async function mountPortal(element: HTMLElement): Promise<void> {
  // What came painted is seen first; the script comes after it.
  if (element.hasChildNodes()) await nextPaint()
  document.documentElement.className = 'public'
  mount(element)
}

/** A page that nobody looks at paints nothing, and does not wait for it. */
async function nextPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}
