import {
  DEVICE_ADDRESS,
  DEVICE_PATIENCE,
  DEVICE_PROTOCOL,
  type DeviceListing,
  type ProgramMessage,
} from '../../../contract/device-bridge.ts'
import type { DeviceFaultCode } from '../../../contract/device-faults.ts'
import {
  findEvent,
  findOperation,
  type DeviceEventDetail,
  type DeviceInput,
  type DeviceKind,
  type DeviceOutput,
  type EventOf,
  type OperationOf,
} from '../../../contract/device-kinds.ts'
import { openLine, type BridgeLine, type OpenSocket } from './bridge-line.ts'
import { createOpenRequests, refusal, type DeviceAnswer, type Patience } from './open-requests.ts'

export type BridgeState = 'off' | 'connecting' | 'absent' | 'unpaired' | 'ready'
export type BridgeView = {
  readonly state: BridgeState
  readonly program: string
  readonly devices: readonly DeviceListing[]
  /** Another page of this machine took the scan gun and the card events over. */
  readonly takenOver: boolean
}
/** The browser's own storage, as far as it is used. */
export type TokenStore = {
  readonly getItem: (key: string) => string | null
  readonly setItem: (key: string, value: string) => void
  readonly removeItem: (key: string) => void
}

export type DeviceBridge = {
  /** The same object until something changes. */
  readonly view: () => BridgeView
  readonly subscribe: (listener: () => void) => () => void
  /** Looks for the program now; without a pairing nothing else ever does. */
  readonly connect: () => void
  readonly pair: (code: string) => Promise<DeviceAnswer<null>>
  readonly request: <Kind extends DeviceKind, Name extends OperationOf<Kind>>(
    device: Kind,
    operation: Name,
    input: DeviceInput<Kind, Name>,
    signal?: AbortSignal,
  ) => Promise<DeviceAnswer<DeviceOutput<Kind, Name>>>
  readonly on: <Kind extends DeviceKind, Name extends EventOf<Kind>>(
    device: Kind,
    event: Name,
    handler: (detail: DeviceEventDetail<Kind, Name>) => void,
  ) => () => void
  /** Takes events back after another page took them. */
  readonly listen: () => void
  /** This browser's pairing is forgotten. */
  readonly forget: () => void
  readonly close: () => void
}

export type BridgeOptions = {
  readonly store: TokenStore
  readonly openSocket: OpenSocket
  readonly newId: () => string
  readonly address?: string
  readonly patience?: Patience
  /** Milliseconds between tries: the first, and the longest they grow to. */
  readonly backOff?: { readonly first: number; readonly longest: number }
}

const TOKEN = 'yichuang-device-token'
const OFF: BridgeView = { state: 'off', program: '', devices: [], takenOver: false }
type Handler = {
  readonly device: DeviceKind
  readonly event: string
  readonly tell: (detail: never) => void
}

/** The page's end of the local protocol. Absent, silent, foreign or broken devices are answers, never exceptions. */
export function createDeviceBridge(options: BridgeOptions): DeviceBridge {
  const { store, newId, address = DEVICE_ADDRESS, patience = DEVICE_PATIENCE } = options
  const { first, longest } = options.backOff ?? { first: 1_000, longest: 60_000 }
  const requests = createOpenRequests(patience)
  const watchers = new Set<() => void>()
  const handlers = new Set<Handler>()
  let view = OFF
  let line: BridgeLine | undefined
  let wait = first
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (change: Partial<BridgeView>) => {
    view = { ...view, ...change }
    for (const watcher of watchers) watcher()
  }
  const lose = (code: DeviceFaultCode) => {
    line?.close()
    line = undefined
    clearTimeout(timer)
    requests.settleAll(refusal(code))
    show({ state: 'absent', devices: [] })
    // A machine that never paired is not asked again and again.
    if (store.getItem(TOKEN) === null) return
    timer = setTimeout(connect, wait)
    wait = Math.min(wait * 2, longest)
  }
  const listen = () => {
    const devices = [...new Set([...handlers].map(({ device }) => device))]
    if (view.state !== 'ready' || devices.length === 0) return
    line?.say({ type: 'listen', devices })
    if (view.takenOver) show({ takenOver: false })
  }
  const connect = () => {
    if (line) return
    clearTimeout(timer)
    if (view.state !== 'absent') show({ state: 'connecting' })
    timer = setTimeout(() => lose('bridge-silent'), patience.machine)
    line = openLine(options.openSocket, address, {
      onOpen: () =>
        line?.say({ type: 'hello', protocol: DEVICE_PROTOCOL, token: store.getItem(TOKEN) }),
      onMessage: receive,
      onGarbage: (id) => {
        if (id !== null && requests.settle(id, refusal('bridge-garbage'))) return
        lose('bridge-garbage')
      },
      onClose: () => lose('bridge-absent'),
    })
  }

  function receive(message: ProgramMessage): void {
    switch (message.type) {
      case 'welcome':
        if (message.protocol !== DEVICE_PROTOCOL) return lose('protocol-unsupported')
        clearTimeout(timer)
        wait = first
        show({
          state: message.paired ? 'ready' : 'unpaired',
          program: message.program,
          devices: message.devices,
        })
        return listen()
      case 'paired':
        store.setItem(TOKEN, message.token)
        show({ state: 'ready', devices: message.devices })
        listen()
        requests.settle(message.id, { ok: true, value: null })
        return
      case 'waiting':
        return requests.waitLonger(message.id)
      case 'reply':
        requests.settle(message.id, { ok: true, value: message.output })
        return
      case 'refusal': {
        const { code, sentence } = message.fault
        if (message.id === null) return lose(code)
        requests.settle(message.id, refusal(code, sentence))
        return
      }
      case 'event':
        return tellHandlers(message)
      case 'taken-over':
        return show({ takenOver: true })
    }
  }

  function tellHandlers({ device, event, detail }: Extract<ProgramMessage, { type: 'event' }>) {
    const read = findEvent(device, event)?.safeParse(detail)
    if (!read?.success) return
    for (const handler of handlers)
      if (handler.device === device && handler.event === event) handler.tell(read.data as never)
  }

  /** A program that was just started is found at once, one that is not there says so at once. */
  async function found(): Promise<void> {
    const settled = () => view.state === 'ready' || view.state === 'unpaired'
    if (settled()) return
    connect()
    await new Promise<void>((resolve) => {
      const stop = subscribe(() => {
        if (!settled() && view.state !== 'absent') return
        stop()
        resolve()
      })
    })
  }

  /** Ready, or why not. */
  async function ready(): Promise<DeviceAnswer<null>> {
    if (view.state === 'off' && store.getItem(TOKEN) === null) return refusal('not-paired')
    await found()
    if (view.state === 'ready') return { ok: true, value: null }
    return refusal(view.state === 'unpaired' ? 'not-paired' : 'bridge-absent')
  }

  function subscribe(watcher: () => void): () => void {
    watchers.add(watcher)
    return () => void watchers.delete(watcher)
  }

  return {
    view: () => view,
    subscribe,
    connect,
    pair: async (code) => {
      await found()
      if (view.state !== 'unpaired') return refusal('bridge-absent')
      const id = newId()
      const answer = await requests.open(
        id,
        () => line?.say({ type: 'pair', id, code }),
        () => undefined,
      )
      return answer.ok ? { ok: true, value: null } : answer
    },
    request: async <Kind extends DeviceKind, Name extends OperationOf<Kind>>(
      device: Kind,
      operation: Name,
      input: DeviceInput<Kind, Name>,
      signal?: AbortSignal,
    ) => {
      const isReady = await ready()
      if (!isReady.ok) return isReady
      const id = newId()
      const answer = await requests.open(
        id,
        () => line?.say({ type: 'request', id, device, operation, input }),
        () => line?.say({ type: 'cancel', id }),
        signal,
      )
      if (!answer.ok) return answer
      const read = findOperation(device, operation)?.output.safeParse(answer.value)
      return read?.success
        ? { ok: true, value: read.data as DeviceOutput<Kind, Name> }
        : refusal('device-garbage')
    },
    on: (device, event, handler) => {
      const kept: Handler = { device, event, tell: handler }
      handlers.add(kept)
      listen()
      return () => void handlers.delete(kept)
    },
    listen,
    forget: () => {
      store.removeItem(TOKEN)
      line?.close()
      line = undefined
      clearTimeout(timer)
      requests.settleAll(refusal('not-paired'))
      show(OFF)
    },
    close: () => {
      line?.close()
      line = undefined
      clearTimeout(timer)
      requests.settleAll(refusal('bridge-absent'))
      show(OFF)
    },
  }
}

/** Whether this browser was paired once. */
export function hasPairing(store: TokenStore): boolean {
  return store.getItem(TOKEN) !== null
}
