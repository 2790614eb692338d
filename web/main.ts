import './ui/tokens.css'

// Two bundles behind one page: the light public pages, and the staff places with their component library.
const STAFF_PLACE =
  /^\/(home|window|desk|seal|seal-register|supervision|search|admin|applications|enquiries|catalogue|hall(?!\/(?:screen|window|evaluator)(?:\/|$)))(\/|$)/

// The policy of the page forbids eval: told beforehand, the schemas do not even try it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const root = document.getElementById('root')
if (root) void mountPlace(root)

async function mountPlace(element: HTMLElement): Promise<void> {
  // What came painted is seen first; the script comes after it.
  if (element.hasChildNodes()) await nextPaint()
  const isStaff = STAFF_PLACE.test(window.location.pathname)
  document.documentElement.className = isStaff ? 'staff' : 'public'
  const { mount } = isStaff
    ? await import('./app/staff-app.tsx')
    : await import('./portal/public-app.tsx')
  mount(element)
}

/** A page that nobody looks at paints nothing, and does not wait for it. */
async function nextPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}
