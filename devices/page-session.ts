import {
  DEVICE_MESSAGE_LIMIT,
  DEVICE_PROTOCOL,
  PageMessage,
  type ProgramMessage,
} from '../contract/device-bridge.ts'
import { DEVICE_FAULTS, type DeviceFaultCode } from '../contract/device-faults.ts'
import type { DeviceKind } from '../contract/device-kinds.ts'
import type { DeviceDesk } from './device-desk.ts'
import type { Pairing } from './pairing.ts'

/** One open page: what it said so far, and what it may do. */
export type PageSession = {
  readonly receive: (text: string) => void
  readonly tell: (message: ProgramMessage) => void
  /** The page is gone: its requests are given up. */
  readonly end: () => void
}

export type SessionOptions = {
  readonly origin: string
  readonly program: string
  readonly desk: DeviceDesk
  readonly pairing: Pairing
  readonly send: (text: string) => void
  /** Events of these devices go to this page from now on. */
  readonly onListen: (session: PageSession, devices: readonly DeviceKind[]) => void
}

/** Requests of one page that may be open at a time: there are not more devices. */
const MOST_REQUESTS = 20

export function openPageSession(options: SessionOptions): PageSession {
  const { origin, program, desk, pairing } = options
  const running = new Map<string, AbortController>()
  let greeted = false
  let paired = false
  const tell = (message: ProgramMessage) => options.send(JSON.stringify(message))
  const refuse = (
    id: string | null,
    code: DeviceFaultCode,
    sentence: string = DEVICE_FAULTS[code],
  ) => tell({ type: 'refusal', id, fault: { code, sentence } })

  async function run({ id, device, operation, input }: Extract<PageMessage, { type: 'request' }>) {
    if (running.has(id)) return refuse(id, 'message-malformed')
    if (running.size >= MOST_REQUESTS) return refuse(id, 'device-busy')
    const given = new AbortController()
    running.set(id, given)
    const onWaiting = () => tell({ type: 'waiting', id })
    const order = { device, operation, input, signal: given.signal, onWaiting }
    const answer = await desk.run(order)
    running.delete(id)
    if (answer.ok) return tell({ type: 'reply', id, output: answer.output })
    return refuse(id, answer.code, answer.sentence)
  }

  function pair({ id, code }: Extract<PageMessage, { type: 'pair' }>) {
    const outcome = pairing.pair(origin, code)
    if ('fault' in outcome) return refuse(id, outcome.fault)
    paired = true
    return tell({ type: 'paired', id, token: outcome.token, devices: desk.listings() })
  }

  function greet({ protocol, token }: Extract<PageMessage, { type: 'hello' }>) {
    // A later page speaks to an earlier program as that program answers: by its own version.
    if (protocol < DEVICE_PROTOCOL) return refuse(null, 'protocol-unsupported')
    greeted = true
    paired = pairing.isPaired(origin, token)
    const devices = paired ? desk.listings() : []
    return tell({ type: 'welcome', protocol: DEVICE_PROTOCOL, program, paired, devices })
  }

  function answer(message: PageMessage): void {
    if (message.type === 'hello') return greet(message)
    if (!greeted) return refuse(idOf(message), 'message-malformed')
    if (message.type === 'pair') return pair(message)
    if (!paired) return refuse(idOf(message), 'not-paired')
    if (message.type === 'request') return void run(message)
    if (message.type === 'cancel') return running.get(message.id)?.abort()
    return options.onListen(session, message.devices)
  }

  const session: PageSession = {
    tell,
    receive: (text) => {
      const limit = DEVICE_MESSAGE_LIMIT[paired ? 'paired' : 'unpaired']
      if (Buffer.byteLength(text) > limit) return refuse(null, 'message-too-large')
      const message = readMessage(text)
      return message.ok ? answer(message.value) : refuse(message.id, 'message-malformed')
    },
    end: () => {
      for (const given of running.values()) given.abort()
    },
  }
  return session
}

function idOf(message: PageMessage): string | null {
  return 'id' in message ? message.id : null
}

function readMessage(
  text: string,
):
  | { readonly ok: true; readonly value: PageMessage }
  | { readonly ok: false; readonly id: string | null } {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { ok: false, id: null }
  }
  const read = PageMessage.safeParse(given)
  if (read.success) return { ok: true, value: read.data }
  const id: unknown = typeof given === 'object' && given !== null && Reflect.get(given, 'id')
  return { ok: false, id: typeof id === 'string' && id.length <= 64 && id !== '' ? id : null }
}
