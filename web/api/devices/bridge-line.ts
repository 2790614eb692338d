import {
  ProgramMessage,
  type PageMessage,
} from '../../../contract/device-bridge.ts'

/** What is used of a WebSocket; tests bring their own. */
export type BridgeSocket = {
  readonly send: (text: string) => void
  readonly close: () => void
  readonly addEventListener: (
    type: 'open' | 'close' | 'error' | 'message',
    listener: (event: { readonly data?: unknown }) => void,
  ) => void
}
export type OpenSocket = (address: string) => BridgeSocket

export type LineEvents = {
  readonly onOpen: () => void
  readonly onMessage: (message: ProgramMessage) => void
  /** Something came that is not the protocol; its id, where it has one. */
  readonly onGarbage: (id: string | null) => void
  readonly onClose: () => void
}
export type BridgeLine = {
  readonly say: (message: PageMessage) => void
  readonly close: () => void
}

/** One connection to the local program. After its close nothing more is told. */
export function openLine(open: OpenSocket, address: string, events: LineEvents): BridgeLine {
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    events.onClose()
  }
  let socket: BridgeSocket | undefined
  try {
    socket = open(address)
  } catch {
    // A policy or an address that the browser refuses outright; told later, as a lost line would be.
    queueMicrotask(end)
  }
  socket?.addEventListener('open', () => {
    if (!ended) events.onOpen()
  })
  socket?.addEventListener('close', end)
  socket?.addEventListener('error', end)
  socket?.addEventListener('message', ({ data }) => {
    if (ended) return
    const read = readMessage(data)
    if ('message' in read) events.onMessage(read.message)
    else events.onGarbage(read.id)
  })
  return {
    say: (message) => {
      try {
        socket?.send(JSON.stringify(message))
      } catch {
        end()
      }
    },
    close: () => {
      ended = true
      socket?.close()
    },
  }
}

function readMessage(
  data: unknown,
): { readonly message: ProgramMessage } | { readonly id: string | null } {
  if (typeof data !== 'string') return { id: null }
  let given: unknown
  try {
    given = JSON.parse(data)
  } catch {
    return { id: null }
  }
  const read = ProgramMessage.safeParse(given)
  if (read.success) return { message: read.data }
  const id: unknown = typeof given === 'object' && given !== null && Reflect.get(given, 'id')
  return { id: typeof id === 'string' ? id : null }
}
