import { useSyncExternalStore } from 'react'
import { useShellWords } from './words.ts'

/** Says that there is no network, where everybody is told: also to a screen reader, and also when it comes back. */
export function NetworkNote() {
  const words = useShellWords()
  const online = useSyncExternalStore(subscribe, isOnline)
  return (
    <div role="status" className="network">
      {!online && <p className="wrap">{words.offline}</p>}
    </div>
  )
}

/** Painted beforehand, where there is no navigator, the page is online. */
function isOnline(): boolean {
  return typeof navigator === 'undefined' || navigator.onLine
}

function subscribe(listen: () => void): () => void {
  window.addEventListener('online', listen)
  window.addEventListener('offline', listen)
  return () => {
    window.removeEventListener('online', listen)
    window.removeEventListener('offline', listen)
  }
}
