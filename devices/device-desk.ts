import { DEVICE_PATIENCE, type DeviceListing } from '../contract/device-bridge.ts'
import type { DeviceFaultCode } from '../contract/device-faults.ts'
import { DEVICE_KINDS, findEvent, findOperation, type DeviceKind } from '../contract/device-kinds.ts'
import type { DeviceDriver } from './device-driver.ts'
import { DeviceFault } from './device-fault.ts'

export type Answer =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly code: DeviceFaultCode; readonly sentence?: string }

export type DeviceDesk = {
  readonly listings: () => DeviceListing[]
  /** Never throws and never hangs: whatever the driver does, an answer comes within the patience. */
  readonly run: (order: {
    readonly device: DeviceKind
    readonly operation: string
    readonly input: unknown
    readonly signal: AbortSignal
    readonly onWaiting: () => void
  }) => Promise<Answer>
  readonly start: (tell: (device: DeviceKind, event: string, detail: unknown) => void) => void
  readonly stop: () => void
}

export type Patience = Readonly<Record<keyof typeof DEVICE_PATIENCE, number>>

/** The devices of this workstation, one driver a kind, one request a device at a time. */
export function openDeviceDesk(
  drivers: readonly DeviceDriver[],
  options: {
    readonly patience?: Patience
    /** What went wrong inside a driver, for the program's own log. */
    readonly onTrouble?: (device: DeviceKind, error: unknown) => void
  } = {},
): DeviceDesk {
  const { patience = DEVICE_PATIENCE, onTrouble } = options
  const byKind = new Map(drivers.map((driver) => [driver.device, driver]))
  const busy = new Set<DeviceKind>()
  const stops: (() => void)[] = []

  async function ask(
    driver: DeviceDriver,
    order: Parameters<DeviceDesk['run']>[0],
  ): Promise<Answer> {
    const shape = findOperation(order.device, order.operation)
    const act = Object.hasOwn(driver.operations, order.operation)
      ? driver.operations[order.operation]
      : undefined
    if (!shape || !act) return { ok: false, code: 'operation-unknown' }
    const input = shape.input.safeParse(order.input)
    if (!input.success) return { ok: false, code: 'input-malformed' }
    const inTime = withinPatience(order.signal, patience, shape.waitsFor, order.onWaiting)
    try {
      const answer = await inTime.first(
        act(input.data as never, { signal: inTime.signal, waiting: inTime.waiting }),
      )
      const output = shape.output.safeParse(answer)
      if (output.success) return { ok: true, output: output.data }
      onTrouble?.(order.device, output.error)
      return { ok: false, code: 'device-garbage' }
    } catch (error) {
      if (error instanceof DeviceFault)
        return { ok: false, code: error.code, sentence: error.sentence }
      onTrouble?.(order.device, error)
      return { ok: false, code: 'device-failed' }
    } finally {
      inTime.end()
    }
  }

  return {
    listings: () =>
      [...byKind.values()].map((driver) => ({
        device: driver.device,
        name: driver.name,
        simulated: driver.simulated ?? false,
        operations: Object.keys(driver.operations),
        events: eventsOf(driver),
      })),
    run: async (order) => {
      const driver = byKind.get(order.device)
      if (!driver) return { ok: false, code: 'device-unknown' }
      if (busy.has(order.device)) return { ok: false, code: 'device-busy' }
      busy.add(order.device)
      try {
        return await ask(driver, order)
      } finally {
        busy.delete(order.device)
      }
    },
    start: (tell) => {
      for (const driver of byKind.values()) {
        const stop = driver.start?.((event, detail) => {
          // What does not fit the protocol is not passed on.
          const told = findEvent(driver.device, event)?.safeParse(detail)
          if (told?.success) tell(driver.device, event, told.data)
          else onTrouble?.(driver.device, told?.error ?? new Error(`unknown event ${event}`))
        })
        if (stop) stops.push(stop)
      }
    },
    stop: () => {
      for (const stop of stops.splice(0)) stop()
    },
  }
}

function eventsOf({ device, start }: DeviceDriver): string[] {
  return start === undefined ? [] : Object.keys(DEVICE_KINDS[device].events)
}

/** The clock of one request: seconds for the machine, minutes once it waits for a person. */
function withinPatience(
  given: AbortSignal,
  patience: Patience,
  waitsFor: 'machine' | 'person',
  onWaiting: () => void,
) {
  const over = new AbortController()
  let timer = setTimeout(() => over.abort('device-timeout'), patience.machine)
  const cancel = () => over.abort('was-cancelled')
  given.addEventListener('abort', cancel, { once: true })
  if (given.aborted) cancel()
  const ended = new Promise<never>((_, reject) => {
    const fail = () => reject(new DeviceFault(over.signal.reason as DeviceFaultCode))
    if (over.signal.aborted) fail()
    over.signal.addEventListener('abort', fail, { once: true })
  })
  ended.catch(() => undefined)
  return {
    signal: over.signal,
    waiting: () => {
      if (waitsFor !== 'person' || over.signal.aborted) return
      clearTimeout(timer)
      timer = setTimeout(() => over.abort('person-timeout'), patience.person)
      onWaiting()
    },
    first: async (answer: Promise<unknown>) => {
      // A driver that fails after its time was over has nobody left to tell.
      answer.catch(() => undefined)
      return await Promise.race([answer, ended])
    },
    end: () => {
      clearTimeout(timer)
      given.removeEventListener('abort', cancel)
    },
  }
}
