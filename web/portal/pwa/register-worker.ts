const WORKER = '/sw.js'
const AFTER_LOAD_MS = 3_000

type TrustedPolicies = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

/** Keeps the public pages at hand without a network. After the page, never before it; without workers nothing is lost. */
export function registerWorker(): void {
  const { serviceWorker } = navigator
  if (serviceWorker === undefined) return
  const register = () => {
    // The page's policy lets one script be started by its address, and only through this.
    const { trustedTypes } = window as { trustedTypes?: TrustedPolicies }
    const policy = trustedTypes?.createPolicy('service-worker', {
      createScriptURL: (url) => {
        if (url !== WORKER) throw new TypeError('No other worker')
        return url
      },
    })
    serviceWorker.register(policy?.createScriptURL(WORKER) ?? WORKER).catch(() => undefined)
  }
  // Its first work is to keep the whole shell: not while somebody begins to read.
  const whenIdle = () => setTimeout(register, AFTER_LOAD_MS)
  if (document.readyState === 'complete') whenIdle()
  else window.addEventListener('load', whenIdle, { once: true })
}
