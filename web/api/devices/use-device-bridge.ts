import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { DeviceEventDetail, DeviceKind, EventOf } from '../../../contract/device-kinds.ts'
import {
  createDeviceBridge,
  hasPairing,
  type BridgeView,
  type DeviceBridge,
} from './device-bridge.ts'

let bridge: DeviceBridge | undefined

/** The one line of this page to the devices of this machine; it connects by itself where this browser was paired. */
export function deviceBridge(): DeviceBridge {
  if (bridge) return bridge
  bridge = createDeviceBridge({
    store: localStorage,
    openSocket: (address) => new WebSocket(address),
    newId: () => crypto.randomUUID(),
  })
  if (hasPairing(localStorage)) bridge.connect()
  return bridge
}

export function useDeviceBridge(): { readonly bridge: DeviceBridge; readonly view: BridgeView } {
  const one = deviceBridge()
  return { bridge: one, view: useSyncExternalStore(one.subscribe, one.view) }
}

/** While the page is open, what the device tells by itself: a card put down, a code scanned. */
export function useDeviceEvent<Kind extends DeviceKind, Name extends EventOf<Kind>>(
  device: Kind,
  event: Name,
  handler: (detail: DeviceEventDetail<Kind, Name>) => void,
): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(
    () => deviceBridge().on(device, event, (detail) => latest.current(detail)),
    [device, event],
  )
}
