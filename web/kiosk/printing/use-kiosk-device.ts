import { useEffect, useState } from 'react'
import type { DeviceKind } from '../../../contract/device-kinds.ts'
import { watchForDevice } from './kiosk-bridge.ts'

/** Whether this kiosk has such a device now. */
export function useKioskDevice(kind: DeviceKind): boolean {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    let stop: (() => void) | undefined
    let isOver = false
    void watchForDevice(kind, (found) => !isOver && setThere(found)).then((end) => {
      if (isOver) end()
      else stop = end
    })
    return () => {
      isOver = true
      stop?.()
    }
  }, [kind])
  return isThere
}
