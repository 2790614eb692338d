import { DEVICE_PATIENCE } from '../../../contract/device-bridge.ts'
import { DEVICE_FAULTS, type DeviceFaultCode } from '../../../contract/device-faults.ts'

export type DeviceRefusal = {
  readonly ok: false
  readonly code: DeviceFaultCode
  /** Chinese; a page in another language says its own words by the code. */
  readonly sentence: string
}
/** A value, whatever happens: no device ever blocks a counter. */
export type DeviceAnswer<Value> = { readonly ok: true; readonly value: Value } | DeviceRefusal

export function refusal(
  code: DeviceFaultCode,
  sentence: string = DEVICE_FAULTS[code],
): DeviceRefusal {
  return { ok: false, code, sentence }
}

export type Patience = Readonly<Record<keyof typeof DEVICE_PATIENCE, number>>

type OpenRequest = {
  readonly settle: (answer: DeviceAnswer<unknown>) => void
  readonly wait: (milliseconds: number, code: DeviceFaultCode) => void
}

export type OpenRequests = {
  /** Sends by `send`; the answer comes within the patience, and `giveUp` is told when it does not. */
  readonly open: (
    id: string,
    send: () => void,
    giveUp: () => void,
    signal?: AbortSignal,
  ) => Promise<DeviceAnswer<unknown>>
  /** False: nobody waits for it. */
  readonly settle: (id: string, answer: DeviceAnswer<unknown>) => boolean
  /** The device waits for a person: minutes from now on. */
  readonly waitLonger: (id: string) => void
  readonly settleAll: (answer: DeviceRefusal) => void
}

export function createOpenRequests(patience: Patience): OpenRequests {
  const open = new Map<string, OpenRequest>()
  return {
    open: async (id, send, giveUp, signal) =>
      await new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined
        const settle = (answer: DeviceAnswer<unknown>) => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', cancel)
          open.delete(id)
          resolve(answer)
        }
        const end = (code: DeviceFaultCode) => {
          giveUp()
          settle(refusal(code))
        }
        const cancel = () => end('was-cancelled')
        const wait = (milliseconds: number, code: DeviceFaultCode) => {
          clearTimeout(timer)
          timer = setTimeout(() => end(code), milliseconds)
        }
        open.set(id, { settle, wait })
        signal?.addEventListener('abort', cancel, { once: true })
        wait(patience.machine, 'device-timeout')
        if (signal?.aborted) cancel()
        else send()
      }),
    settle: (id, answer) => {
      const request = open.get(id)
      request?.settle(answer)
      return request !== undefined
    },
    waitLonger: (id) => open.get(id)?.wait(patience.person, 'person-timeout'),
    settleAll: (answer) => {
      for (const request of [...open.values()]) request.settle(answer)
    },
  }
}
