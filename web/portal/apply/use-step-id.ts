import { useCallback, useEffect, useState } from 'react'

/** The page within the application, behind the # of the address: back and forward of the browser turn pages. */
export function useStepId(first: () => string): readonly [string, (stepId: string) => void] {
  const [stepId, setStepId] = useState(() => now() || first())
  useEffect(() => {
    const follow = () => setStepId((before) => now() || before)
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback((next: string) => {
    window.location.hash = next
    setStepId(next)
    window.scrollTo(0, 0)
  }, [])
  return [stepId, go]
}

const now = () => decodeURIComponent(window.location.hash.slice(1))
