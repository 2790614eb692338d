import { useEffect, useState } from 'react'
import type { Me } from '../../../contract/session.ts'
import { call } from '../../api/call.ts'
import { hasNoSession } from '../painted-page.ts'
import { PUBLIC_WHO_AM_I } from '../public-operations.ts'

/** Who is signed in; null: nobody, or nobody can be asked now; undefined: not answered yet. */
export function useWhoIsIt(): Me | null | undefined {
  // Nobody is asked what the page itself already says.
  const [who, setWho] = useState<Me | null | undefined>(() => (hasNoSession() ? null : undefined))
  useEffect(() => {
    if (hasNoSession()) return undefined
    const leaving = new AbortController()
    call(PUBLIC_WHO_AM_I, { signal: leaving.signal }).then(setWho, () => {
      if (!leaving.signal.aborted) setWho(null)
    })
    return () => leaving.abort()
  }, [])
  return who
}
