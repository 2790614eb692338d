import type { DeviceKind, IdReading } from '../../../contract/device-kinds.ts'
import type { DeviceBridge } from '../../api/devices/device-bridge.ts'

/** As the bridge keeps it (web/api/devices/device-bridge.ts): the protocol's schemas are loaded only where devices stand. */
const PAIRED = 'yichuang-device-token'

/** The devices of this kiosk; null: none were ever paired with this browser. */
export async function kioskBridge(): Promise<DeviceBridge | null> {
  if (localStorage.getItem(PAIRED) === null) return null
  const { deviceBridge } = await import('../../api/devices/use-device-bridge.ts')
  return deviceBridge()
}

/** The card that lies on the reader; null: no reader, no card, or one that cannot be read. A reader that signs signs over `challenge`. */
export async function readCard(challenge: string | null = null): Promise<IdReading | null> {
  const bridge = await kioskBridge()
  const answer = await bridge?.request('id-reader', 'read', { challenge })
  return answer?.ok === true ? answer.value : null
}

/** Whether the program of this kiosk has such a device; it is asked once, and found as soon as it is there. */
export async function watchForDevice(
  kind: DeviceKind,
  tell: (isThere: boolean) => void,
): Promise<() => void> {
  const bridge = await kioskBridge()
  if (bridge === null) return () => undefined
  const look = () => tell(bridge.view().devices.some(({ device }) => device === kind))
  look()
  return bridge.subscribe(look)
}

/** The page under the camera, as a file; null: no camera, or it answered nothing. */
export async function capturePage(name: string): Promise<File | null> {
  const bridge = await kioskBridge()
  const answer = await bridge?.request('document-camera', 'capture', {})
  if (answer?.ok !== true) return null
  const { mediaType, data } = answer.value
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0))
  const ending = mediaType === 'image/png' ? 'png' : 'jpg'
  return new File([bytes], `${name}.${ending}`, { type: mediaType })
}
