import { asApiProblem } from './api-problem.ts'
import { callAsDevice, type KeptDevice } from './hall-device.ts'
import { DEVICE_HEARTBEAT } from './hall-operations.ts'

const EVERY = 30_000
export type Health = Readonly<Record<string, string>>

/**
 * Tells the server how the device is, while it runs; `onUnknown` when the manager has removed it. Answers how to end it.
 */
export function beat(
  device: KeptDevice,
  healthOf: () => Health,
  onUnknown: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const tell = async () => {
    try {
      await callAsDevice(device, DEVICE_HEARTBEAT, { body: { health: { ...healthOf() } } })
    } catch (error) {
      if (!isOver && asApiProblem(error).code === 'device-unknown') onUnknown()
    }
    if (!isOver) timer = setTimeout(() => void tell(), EVERY)
  }
  void tell()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
