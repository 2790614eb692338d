/** Asks the page's worker to keep the files of this place, so that it opens without a server. Nothing of anybody is among them. */
export async function keepShell(place: 'keep-window' | 'keep-devices'): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  // Without workers (a page without TLS) it goes on for as long as it stays open.
  if (workers === undefined) return
  const { active } = await workers.ready
  active?.postMessage(place)
  await controlled(workers)
}

/** From then on what the page asks for goes through the worker, and is kept where it is for everybody. */
async function controlled(workers: ServiceWorkerContainer): Promise<void> {
  if (workers.controller !== null) return
  await new Promise<void>((resolve) => {
    workers.addEventListener('controllerchange', () => resolve(), { once: true })
  })
}
