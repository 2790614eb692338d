import type { DeviceBridge } from '../../api/devices/device-bridge.ts'

/** As the bridge keeps it (web/api/devices/device-bridge.ts): the protocol's schemas are loaded only where devices stand. */
const PAIRED = 'yichuang-device-token'

/** The devices of this kiosk; null: none were ever paired with this browser. */
export async function kioskBridge(): Promise<DeviceBridge | null> {
  if (localStorage.getItem(PAIRED) === null) return null
  const { deviceBridge } = await import('../../api/devices/use-device-bridge.ts')
  return deviceBridge()
}

/** The number on a card that lies on the reader; null: no reader, or no card. */
export async function readCard(): Promise<string | null> {
  const bridge = await kioskBridge()
  const answer = await bridge?.request('id-reader', 'read', { challenge: null })
  return answer?.ok === true ? answer.value.idNumber : null
}
