import { useEffect } from 'react'
import { knownVisitor } from '../../portal/known-visitor.ts'
import { MyPlace } from '../../portal/my/my-place.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** One's own applications, signed in at the kiosk: papers to print, services to rate. The wipe ends it. */
export function KioskOwn() {
  const isSignedIn = knownVisitor() !== undefined
  useEffect(() => {
    const next = encodeURIComponent(window.location.pathname)
    if (!isSignedIn) window.location.replace(`/kiosk/sign-in?next=${next}`)
  }, [isSignedIn])
  return isSignedIn ? <MyPlace /> : <Skeleton lines={6} />
}
