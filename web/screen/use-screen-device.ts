import { useEffect, useRef } from 'react'
import { forgetDevice, type KeptDevice } from '../api/hall-device.ts'
import { beat, type Health } from '../api/hall-heartbeat.ts'

/** While the screen runs its health goes to the hall manager; removed there, it asks to be paired anew. */
export function useScreenDevice(device: KeptDevice | undefined, health: Health): void {
  const latest = useRef(health)
  useEffect(() => {
    latest.current = health
  })
  useEffect(() => {
    if (device === undefined) return undefined
    return beat(
      device,
      () => latest.current,
      () => {
        forgetDevice()
        window.location.reload()
      },
    )
  }, [device])
}
