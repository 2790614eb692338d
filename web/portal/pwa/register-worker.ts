const WORKER = '/sw.js'

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
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
